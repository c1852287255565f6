import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { difference } from "@/lib/guides/difference";
import type { GuideVersion } from "@/lib/guides/queries";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { momentInWords } from "../../moment";
import { restoreGuideAction } from "../actions";

type VersionsProps = {
  ctx: Context;
  guide: { slug: string; version: number; publishedNumber: number | null };
  /** Newest first. */
  versions: readonly GuideVersion[];
  names: Map<string, string>;
  hasDraft: boolean;
};

/** Every edition with who and when, what it changed, and the way back to it. */
export function GuideVersions({ ctx, guide, versions, names, hasDraft }: VersionsProps) {
  const t = translator(ctx.language);
  const mayRestore = may(ctx.actor, "guide:publish") && !hasDraft;
  return (
    <ol className="grid">
      {versions.map((version, n) => {
        const { number, publishedAt, publishedById, restoredFrom } = version;
        const before = versions[n + 1];
        const when = publishedAt ? momentInWords(publishedAt, ctx) : "";
        const name = names.get(publishedById ?? "");
        return (
          <li key={number} className="guide-version">
            <p>
              <strong>{t("guides.page.version", { number })}</strong>
              {number === guide.publishedNumber && ` · ${t("guides.page.holds")}`}
              {restoredFrom && ` · ${t("guides.page.restored", { number: restoredFrom })}`}
            </p>
            <p className="text-ink-quiet">
              {name ? t("guides.page.by", { when, name }) : t("guides.page.byPortal", { when })}
            </p>
            {before && (
              <details>
                <summary>{t("guides.page.changes", { number: before.number })}</summary>
                <Difference ctx={ctx} before={before} after={version} />
              </details>
            )}
            {mayRestore && number !== guide.publishedNumber && (
              <DeskForm
                id={`restore-${number}`}
                action={restoreGuideAction}
                hidden={{ slug: guide.slug, version: String(guide.version), number: String(number) }}
                submit={{ label: t("guides.page.restore", { number }), kind: "quiet", icon: "undo-2" }}
                words={deskFormWords(ctx.language)}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

const wholeOf = ({ title, summary, body }: GuideVersion) =>
  [title.sv, summary.sv, body.sv, title.en, summary.en, body.en].filter(Boolean).join("\n");

/** Line by line, in words besides the colours. */
export function Difference({ ctx, before, after }: { ctx: Context; before: GuideVersion; after: GuideVersion }) {
  const t = translator(ctx.language);
  const lines = difference(wholeOf(before), wholeOf(after));
  if (lines.every(({ kind }) => kind === "same")) return <p className="mx-4 mb-3">{t("guides.page.noChanges")}</p>;
  return (
    <ul className="guide-difference">
      {lines.map(({ kind, text }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and the list never moves
        <li key={n}>
          {kind === "same" && text}
          {kind === "added" && (
            <ins>
              <span className="sr-only">{t("guides.page.added")} </span>+ {text}
            </ins>
          )}
          {kind === "removed" && (
            <del>
              <span className="sr-only">{t("guides.page.removed")} </span>− {text}
            </del>
          )}
        </li>
      ))}
    </ul>
  );
}
