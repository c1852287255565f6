import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import { Icon } from "./icon";

type PaginationProps = { language: Language; previousHref?: string | undefined; nextHref?: string | undefined };

/** The keyset's two directions; nothing at all where one page holds everything. */
export function Pagination({ language, previousHref, nextHref }: PaginationProps) {
  if (!previousHref && !nextHref) return null;
  const translate = translator(language);
  return (
    <nav className="pagination" aria-label={translate("ui.pagination.label")}>
      {previousHref && (
        <a href={previousHref} rel="prev" className="button" data-kind="quiet">
          <Icon name="chevron-left" />
          {translate("ui.pagination.previous")}
        </a>
      )}
      {nextHref && (
        <a href={nextHref} rel="next" className="button" data-kind="quiet">
          {translate("ui.pagination.next")}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  );
}
