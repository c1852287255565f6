import type { ReactNode } from "react";
import type { ButtonKind } from "@/app/_ui/button";

type ActLinkProps = { href: string; act: string; kind?: ButtonKind; children: ReactNode };

/** A button that leads to where an act is done; keyboard and palette find it by its name. */
export function ActLink({ href, act, kind = "quiet", children }: ActLinkProps) {
  return (
    <a href={href} className="button" data-kind={kind} data-key={act}>
      <span>{children}</span>
    </a>
  );
}
