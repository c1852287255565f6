import { Button } from "@/app/_ui/button";
import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";

type SearchBoxProps = { language: Language; query: string; isMainAct: boolean };

/** The search of the front page: a plain GET, so it works without script and can be bookmarked. */
export function SearchBox({ language, query, isMainAct }: SearchBoxProps) {
  const translate = translator(language);
  return (
    <search>
      <form action={routes.home()} className="rounded-corner bg-accent-wash p-5 tablet:p-8">
        <label htmlFor="q" className="mb-2 block text-lead font-strong">
          {translate("home.search.label")}
        </label>
        <p id="q-hint" className="mb-3 text-plain text-ink-quiet">
          {translate("home.search.hint")}
        </p>
        <div className="flex flex-wrap gap-3">
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={query}
            maxLength={200}
            aria-describedby="q-hint"
            className="control min-w-0 flex-1 basis-64"
            data-width="full"
          />
          <Button type="submit" icon="search" kind={isMainAct ? "primary" : "quiet"}>
            {translate("home.search.button")}
          </Button>
        </div>
      </form>
    </search>
  );
}
