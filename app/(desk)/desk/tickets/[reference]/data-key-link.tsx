import type { ReactNode } from "react";
import type { ButtonKind } from "@/app/_ui/button";

type DataKeyLinkProps = { href: string; act: string; kind?: ButtonKind; children: ReactNode };

/** A button that leads to where an act is done; keyboard and palette find it by its name. */
export function DataKeyLink({ href, act, kind = "quiet", children }: DataKeyLinkProps) {
  return (
    <a href={href} className="button" data-kind={kind} data-key={act}>
      <span>{children}</span>
    </a>
  );
}
