import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { Mergeable } from "@/lib/tickets/find-mergeable";
import { DeskForm } from "../../../desk-form";
import { deskFormWords } from "../../../desk-form-words";
import { momentInWords } from "../../../moment";
import type { DeskTicket } from "../ticket-context";
import { mergeAction } from "../work-actions";

/** Both tickets, which of them ends and which goes on, and as what. */
export function MergeForm({ ctx, view, other }: DeskTicket & { other: Mergeable }) {
  const t = translator(ctx.language);
  const { reference, version, requesterId } = view.ticket;
  const isSame = requesterId === other.requesterId;
  const ways = (["merged", "duplicate"] as const).map((value) => ({ value, label: t(`deskTicket.merge.${value}`) }));
  return (
    <>
      <div className="merge-both">
        {(["from", "to"] as const).map((side) => {
          const { reference: number, title, description, receivedAt } = side === "from" ? view.ticket : other;
          return (
            <section key={side} data-side={side} aria-labelledby={`merge-${side}`}>
              <h2 id={`merge-${side}`} className="desk-heading">
                {t(`deskTicket.merge.${side}`)}
              </h2>
              <p>
                <a href={routes.deskTicket(number)} className="reference">
                  {number}
                </a>{" "}
                <strong>{title}</strong>
              </p>
              <p className="text-ink-quiet">{momentInWords(receivedAt, ctx)}</p>
              <p className="said-body">{description}</p>
            </section>
          );
        })}
      </div>
      {!isSame && <p>{t("deskTicket.merge.same")}</p>}
      <DeskForm
        id="merge"
        action={mergeAction}
        hidden={{ reference, version: String(version), into: other.reference }}
        fields={[
          {
            ...{ kind: "choice", name: "as", label: t("deskTicket.merge.as"), options: ways },
            chosen: [isSame ? "merged" : "duplicate"],
          },
        ]}
        submit={{ label: t("deskTicket.merge.submit") }}
        words={deskFormWords(ctx.language)}
      />
    </>
  );
}
