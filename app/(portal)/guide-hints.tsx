import "./guide-hints.css";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { SuggestGuides } from "@/lib/guides/schema";
import { suggestGuides } from "@/lib/guides/suggest-guides";
import { GuideHintsLive } from "./guide-hints-live";

type GuideHintsProps = { ctx: Context; text: string; category?: string | undefined };

/** The guides that may answer what somebody is about to report, before they wait for us. Nothing where none fits. */
export async function GuideHints({ ctx, text, category }: GuideHintsProps) {
  const t = translator(ctx.language);
  const found = await suggestGuides(ctx, SuggestGuides.parse({ text: text.slice(0, 20_000), category }));
  if (found.length === 0) return null;
  return (
    <section className="guide-hints" aria-labelledby="guide-hints">
      <h2 id="guide-hints" className="text-body">
        {t("guides.hints.heading")}
      </h2>
      <p className="text-plain text-ink-quiet">{t("guides.hints.lead")}</p>
      <ul className="mt-2">
        {found.map(({ slug, title, summary, language }) => (
          <li key={slug} lang={language === ctx.language ? undefined : language}>
            <a href={routes.guideInstead(slug)} target="_blank" rel="noopener">
              <span>
                {title}
                <span className="sr-only" lang={ctx.language}>
                  , {t("guides.hints.newTab")}
                </span>
              </span>
            </a>
            <p className="text-plain text-ink-quiet">{summary}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type WhileTypingProps = { ctx: Context; textId: string; categoryId?: string };

/** The same while it is being typed, where there is script: fed by the fields of these ids. */
export function GuideHintsWhileTyping({ ctx, textId, categoryId }: WhileTypingProps) {
  const t = translator(ctx.language);
  return (
    <GuideHintsLive
      {...{ textId, categoryId, language: ctx.language, address: routes.api.guideSuggestions() }}
      words={{
        ...{ heading: t("guides.hints.heading"), lead: t("guides.hints.lead"), newTab: t("guides.hints.newTab") },
      }}
    />
  );
}
