import type { ReactNode } from "react";

/** A quiet button that leads to an act's own page; keyboard and palette find it by its name. */
export function DataKeyLink({ href, act, children }: { href: string; act: string; children: ReactNode }) {
  return (
    <a href={href} className="button" data-kind="quiet" data-key={act}>
      <span>{children}</span>
    </a>
  );
}
