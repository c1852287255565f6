import { describeStatus } from "@/app/_ui/describe-status";
import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { type MessageKey, translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import type { DeskDisruption } from "@/lib/disruptions/desk-disruption";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { momentInWords } from "../../moment";
import { unlinkAction } from "../actions";

type Props = { ctx: Context; of: DeskDisruption };

/** Whom it hits: those who said so, and the tickets about the same thing. */
export function Concerned({ ctx, of }: Props) {
  const t = translator(ctx.language);
  const { names, unnamed } = of.followers;
  return (
    <>
      <section className="desk-section" aria-labelledby="followers">
        <h2 id="followers" className="desk-heading">
          {t("disruptions.desk.followersHeading")} ({names.length + unnamed})
        </h2>
        {names.length + unnamed === 0 && <p className="text-ink-quiet">{t("disruptions.desk.noFollowers")}</p>}
        <p>
          {names.join(", ")} {unnamed > 0 && t("disruptions.desk.unnamed", { count: unnamed })}
        </p>
      </section>
      <section className="desk-section" aria-labelledby="linked">
        <h2 id="linked" className="desk-heading">
          {t("disruptions.desk.tickets")} ({of.linked.length + of.hidden})
        </h2>
        {of.linked.length + of.hidden === 0 && <p className="text-ink-quiet">{t("disruptions.desk.noTickets")}</p>}
        <ul className="grid gap-1">
          {of.linked.map((ticket) => (
            <Linked key={ticket.reference} {...{ ctx, of, ticket }} />
          ))}
        </ul>
        {of.hidden > 0 && <p className="text-ink-quiet">{t("disruptions.desk.hidden", { count: of.hidden })}</p>}
      </section>
      <Answers ctx={ctx} of={of} />
    </>
  );
}

function Linked({ ctx, of, ticket }: Props & { ticket: DeskDisruption["linked"][number] }) {
  const t = translator(ctx.language);
  const { reference, title, status } = ticket;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <a className="reference" href={routes.deskTicket(reference)}>
        {reference}
      </a>
      <span className="min-w-0">{title}</span>
      <Status {...describeStatus("ticketStatus", status, ctx.language)} />
      {may(ctx.actor, "disruption:work") && (
        <DeskForm
          id={`unlink-${reference}`}
          action={unlinkAction}
          hidden={{ id: of.row.id, reference }}
          submit={{
            ...{ label: t("disruptions.desk.unlink"), kind: "quiet" },
            of: t("disruptions.desk.unlinkOf", { reference }),
          }}
          words={deskFormWords(ctx.language)}
        />
      )}
    </li>
  );
}

/** How far each answer has come, and where it could not be given. */
function Answers({ ctx, of }: Props) {
  const t = translator(ctx.language);
  if (of.answers.length === 0) return null;
  return (
    <section className="desk-section" aria-labelledby="answers">
      <h2 id="answers" className="desk-heading">
        {t("disruptions.desk.answers")}
      </h2>
      <ul className="grid gap-2">
        {of.answers.map(({ id, at, total, done, skipped }) => (
          <li key={id}>
            <p>
              {t("disruptions.desk.answerState", { when: momentInWords(at, ctx), done, total })}
              {total > done + skipped && `. ${t("disruptions.desk.answerWaits", { count: total - done - skipped })}`}
              {skipped > 0 && `. ${t("disruptions.desk.answerSkipped", { count: skipped })}`}
            </p>
            <ul className="ml-4 list-disc text-ink-quiet">
              {of.skipped
                .filter(({ answerId }) => answerId === id)
                .map(({ reference, because }) => (
                  <li key={reference}>
                    <span className="reference">{reference}</span>: {t(because as MessageKey)}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
