import { describeStatus } from "@/app/_ui/describe-status";
import { Icon } from "@/app/_ui/icon";
import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { TicketView } from "@/lib/tickets/queries";
import { isOpen } from "@/lib/tickets/status";
import { ticketTurn } from "@/lib/tickets/whose-turn";
import { turnReading } from "./turn-reading";

/** One's own tickets as plain rows: what, how far, whose turn, and by when. An order's leads to the order. */
export function TicketRows({ ctx, tickets }: { ctx: Context; tickets: readonly TicketView[] }) {
  return (
    <ul className="border-t border-hairline">
      {tickets.map((view) => (
        <TicketRow key={view.ticket.id} ctx={ctx} view={view} />
      ))}
    </ul>
  );
}

function TicketRow({ ctx, view }: { ctx: Context; view: TicketView }) {
  const t = translator(ctx.language);
  const { ticket } = view;
  const turn = ticketTurn(view, turnReading(ctx));
  const address = ticket.serviceLevelId ? routes.ticket : routes.order;
  return (
    <li className="grid gap-x-8 gap-y-2 border-b border-hairline py-5 tablet:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <a href={address(ticket.reference)} className="text-lead font-strong wrap-anywhere">
          {ticket.title}
        </a>
        <p className="text-plain text-ink-quiet">
          {t(`words.ticketType.${ticket.type}`)} · {t("report.ticket.reference")}{" "}
          <span className="reference">{ticket.reference}</span>
        </p>
        {turn && (
          <p className={`mt-1 flex items-baseline gap-2 ${turn.isMine ? "font-strong" : ""}`}>
            <Icon name={turn.isMine ? "circle-alert" : "circle-dot"} className="translate-y-[0.15em]" />
            <span>{turn.words}</span>
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-3 tablet:flex-col tablet:items-end">
        <Status {...describeStatus("ticketStatus", ticket.status, ctx.language)} />
        <Due ctx={ctx} view={view} />
      </div>
    </li>
  );
}

/** While it waits the promise moves on with it: no instant is told. */
function Due({ ctx, view: { ticket } }: { ctx: Context; view: TicketView }) {
  if (!isOpen(ticket.status) || ticket.status === "paused") return null;
  const { language, organisation } = ctx;
  const at = formatInstant(ticket.dueAt, { language, timeZone: organisation.timeZone });
  const isLate = ticket.dueAt < ctx.now;
  return (
    <p className="text-plain text-ink-quiet">
      {translator(language)(isLate ? "report.mine.late" : "report.mine.due", { at })}
    </p>
  );
}
