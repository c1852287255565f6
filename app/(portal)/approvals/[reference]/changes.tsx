import type { Context } from "@/lib/base/context";
import { formatDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { changeInWords } from "@/lib/orders/change-words";
import type { ShownOrder } from "../../orders/[reference]/shown-order";

/** What differs from what was asked about last time; nothing for an order that is asked about for the first time. */
export function Changes({ ctx, shown: { approvals, names, reading } }: { ctx: Context; shown: ShownOrder }) {
  const t = translator(ctx.language);
  const [last, before] = [approvals.at(-1), approvals.at(-2)];
  if (!last || !before || last.changes.length === 0) return null;
  const day = formatDay(before.decidedAt ?? before.requestedAt, reading);
  return (
    <section aria-labelledby="changes" className="mt-8 border-l-4 border-accent pl-5">
      <h2 id="changes" className="text-title">
        {t("approvals.decide.changed")}
      </h2>
      <p className="mt-2">
        {t(before.decision === "approved" ? "approvals.decide.approvedBefore" : "approvals.decide.askedBefore", {
          day,
          name: before.decidedBy ?? "",
        })}
      </p>
      <dl className="mt-3 grid gap-3">
        {last.changes.map((change) => {
          const { field, from, to } = changeInWords(change, ctx.language, names);
          return (
            <div key={field}>
              <dt className="text-plain text-ink-quiet">{field}</dt>
              <dd>
                <del>
                  <span className="sr-only">{t("approvals.decide.from")} </span>
                  {from}
                </del>{" "}
                <ins className="font-strong no-underline">
                  <span className="sr-only">{t("approvals.decide.to")} </span>
                  {to}
                </ins>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
