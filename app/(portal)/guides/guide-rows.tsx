import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { GuideRow } from "@/lib/guides/queries";

/** Guides as plain rows: what one will be able to do, and in a sentence what it says. */
export function GuideRows({ ctx, guides, level }: { ctx: Context; guides: readonly GuideRow[]; level: 2 | 3 }) {
  const t = translator(ctx.language);
  const Heading = `h${level}` as const;
  return (
    <ul className="guide-list">
      {guides.map((guide) => (
        <li key={guide.slug} lang={guide.language === ctx.language ? undefined : guide.language}>
          <Heading className="text-body">
            <a href={routes.guide(guide.slug)}>{guide.title}</a>
          </Heading>
          <p className="mt-1 text-plain text-ink-quiet">{guide.summary}</p>
          {guide.audience === "internal" && (
            <p className="mt-2" lang={ctx.language}>
              <Status tone="waiting" icon="users">
                {t("guides.internal")}
              </Status>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
