import type { Language } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";

import { type GuideVersion, guideHtml } from "@/lib/guides/queries";

/** A version as its readers see it, in both languages. */
export function GuidePreview({ ctx, version }: { ctx: Context; version: GuideVersion }) {
  const t = translator(ctx.language);
  return (
    <div className="guide-sheets">
      <Sheet ctx={ctx} version={version} language="sv" heading={t("guides.page.onSwedish")} />
      {version.body.en ? (
        <Sheet ctx={ctx} version={version} language="en" heading={t("guides.page.onEnglish")} />
      ) : (
        <p className="text-ink-quiet">{t("guides.page.noEnglish")}</p>
      )}
    </div>
  );
}

type SheetProps = { ctx: Context; version: GuideVersion; language: Language; heading: string };

function Sheet({ ctx, version: { title, summary, body }, language, heading }: SheetProps) {
  const lang = language === ctx.language ? undefined : language;
  return (
    <details className="guide-sheet" open={language === "sv"}>
      <summary>{heading}</summary>
      <div lang={lang}>
        <p className="text-title font-strong">{title[language]}</p>
        <p className="mt-2 mb-4 text-ink-quiet">{summary[language]}</p>
        <div
          className="guide-text"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a guide's Markdown, in which raw HTML is shown as text
          dangerouslySetInnerHTML={{ __html: guideHtml(body, language) }}
        />
      </div>
    </details>
  );
}
