import type { ReactNode } from "react";
import { Icon } from "./icon";

type PageHeadingProps = {
  children: ReactNode;
  /** What this page belongs to, above the heading: "Beställning", "Steg 2 av 3". */
  kicker?: ReactNode;
  /** One or two sentences on what the page is for. */
  lead?: ReactNode;
  /** The way one step up. */
  back?: { href: string; label: string };
  /** What belongs beside the heading: a status, a due clock, a button. */
  beside?: ReactNode;
};

/** The page's only h1. */
export function PageHeading({ children, kicker, lead, back, beside }: PageHeadingProps) {
  return (
    <div className="page-heading">
      {back && (
        <a href={back.href} className="back-link">
          <Icon name="chevron-left" />
          {back.label}
        </a>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div className="min-w-0 max-w-full">
          {kicker && <p className="text-ink-quiet text-plain mb-1">{kicker}</p>}
          <h1 className="text-display">{children}</h1>
        </div>
        {beside && <div className="flex min-w-0 max-w-full flex-wrap items-center gap-3">{beside}</div>}
      </div>
      {lead && <p className="text-lead text-ink-quiet mt-4 leading-plain">{lead}</p>}
    </div>
  );
}
