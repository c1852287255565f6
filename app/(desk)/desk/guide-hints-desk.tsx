import type { Context } from "@/lib/base/context";
import { publicUrl } from "@/lib/base/env";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { GuideRow } from "@/lib/guides/queries";
import { SuggestGuides } from "@/lib/guides/schema";
import { suggestGuides } from "@/lib/guides/suggest-guides";
import { InsertLink } from "./insert-link";

type GuideHintsDeskProps = {
  ctx: Context;
  /** The ticket's title and description. */
  text: string;
  category: string;
  reference: string;
  /** The id of the field where the reply is written. */
  replyFieldId: string;
};

/** Guides about a ticket, the agents' own too; the public ones can be put into the reply. */
export async function GuideHintsDesk({ ctx, text, category, reference, replyFieldId }: GuideHintsDeskProps) {
  const t = translator(ctx.language);
  const asked = SuggestGuides.parse({ text: text.slice(0, 20_000), category, audience: "internal", limit: 4 });
  const found = await suggestGuides(ctx, asked);
  return (
    <section className="desk-section" aria-labelledby="guides">
      <h2 id="guides" className="desk-heading">
        {t("guides.hints.desk")}
      </h2>
      {found.length === 0 && <p className="text-ink-quiet">{t("guides.hints.none")}</p>}
      <ul className="grid gap-2">
        {found.map((guide) => (
          <Hint key={guide.slug} {...{ ctx, guide, replyFieldId }} />
        ))}
      </ul>
      <p className="mt-2">
        <a href={routes.deskGuideNew(reference)}>{t("guides.hints.make")}</a>
      </p>
    </section>
  );
}

type HintProps = { ctx: Context; guide: GuideRow; replyFieldId: string };

function Hint({ ctx, guide: { slug, title, language, audience }, replyFieldId }: HintProps) {
  const t = translator(ctx.language);
  const words = { insert: t("guides.hints.insert"), inserted: t("guides.hints.inserted") };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <a href={routes.guide(slug)} lang={language === ctx.language ? undefined : language}>
        {title}
      </a>
      {audience === "public" ? (
        <InsertLink fieldId={replyFieldId} title={title} address={publicUrl() + routes.guide(slug)} words={words} />
      ) : (
        <span className="text-ink-quiet">({t("guides.internal")})</span>
      )}
    </li>
  );
}
