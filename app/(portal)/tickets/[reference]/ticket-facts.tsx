import { type Answer, CheckAnswers } from "@/app/_ui/check-answers";
import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listCategories } from "@/lib/tickets/categories";
import { listOwnLinks } from "@/lib/tickets/own-tickets";
import type { TicketView } from "@/lib/tickets/queries";

/** What it is, what it concerns, and one's own tickets that it hangs together with. */
export async function TicketFacts({ ctx, view: { ticket } }: { ctx: Context; view: TicketView }) {
  const { language, organisation } = ctx;
  const t = translator(language);
  const category = (await listCategories(ctx)).find(({ path }) => path === ticket.category);
  const linked = await listOwnLinks(ctx, ticket.reference);
  const answers: (Answer | null | "")[] = [
    { label: t("report.ticket.type"), value: t(`words.ticketType.${ticket.type}`) },
    category ? { label: t("report.ticket.category"), value: <span lang="sv">{category.name}</span> } : null,
    ticket.deviceSerialNumber && {
      label: t("report.ticket.device"),
      value: <span className="font-mono">{ticket.deviceSerialNumber}</span>,
    },
    {
      label: t("report.ticket.sent"),
      value: formatInstant(ticket.receivedAt, { language, timeZone: organisation.timeZone }),
    },
    linked.length > 0
      ? {
          label: t("report.ticket.linked"),
          value: (
            <ul>
              {linked.map(({ reference, title }) => (
                <li key={reference}>
                  <a href={routes.ticket(reference)}>{title}</a> <span className="reference">{reference}</span>
                </li>
              ))}
            </ul>
          ),
        }
      : null,
  ];
  return (
    <section aria-labelledby="facts" className="mt-12">
      <h2 id="facts" className="mb-4 text-title">
        {t("report.ticket.facts")}
      </h2>
      <CheckAnswers answers={answers.filter((each) => each !== null && each !== "")} language={language} />
    </section>
  );
}
