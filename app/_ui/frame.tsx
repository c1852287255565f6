import type { ReactNode } from "react";
import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import { FrameFooter, type FrameFooterProps } from "./frame-footer";
import { FrameHeader, type FrameHeaderProps } from "./frame-header";

export type { FrameLink } from "./frame-header";

type FrameProps = Omit<FrameHeaderProps, "language"> & {
  language: Language;
  footer: Omit<FrameFooterProps, "language">;
  /** "desk": small type, full width, close rows. */
  density?: "staff" | "desk";
  /** The places within this part of the portal. */
  places?: ReactNode;
  /** Before main's content: an error summary or a banner. */
  notices?: ReactNode;
  children: ReactNode;
};

/** The page frame: skip link, header, main, footer. Once on every page. */
export function Frame({ language, footer, density = "staff", places, notices, children, ...header }: FrameProps) {
  return (
    <div className="frame" data-density={density}>
      <a href="#main" className="skip-link">
        {translator(language)("ui.frame.skip")}
      </a>
      <FrameHeader language={language} {...header} />
      {places}
      <main id="main" tabIndex={-1} className="frame-main">
        {notices}
        {children}
      </main>
      <FrameFooter language={language} {...footer} />
    </div>
  );
}
