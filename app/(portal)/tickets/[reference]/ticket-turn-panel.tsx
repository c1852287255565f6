import type { ReactNode } from "react";
import { Icon } from "@/app/_ui/icon";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { TicketView } from "@/lib/tickets/queries";
import { ticketTurn } from "@/lib/tickets/whose-turn";
import { turnReading } from "../turn-reading";

type Props = { ctx: Context; view: TicketView; children: ReactNode };

/** Whose turn it is and by when; where it is the reader's, the act itself stands here. */
export function TicketTurnPanel({ ctx, view, children }: Props) {
  const t = translator(ctx.language);
  const { status, resolution } = view.ticket;
  const turn = ticketTurn(view, turnReading(ctx));
  const ended = status === "cancelled" ? "report.turn.cancelled" : "report.turn.closed";
  return (
    <section
      aria-label={t("report.turn.label")}
      className={`max-w-[52rem] rounded-corner p-5 tablet:p-6 ${turn?.isMine ? "bg-accent-wash" : "bg-shade"}`}
    >
      <p className="flex items-baseline gap-3 text-lead font-strong">
        <Icon name={iconOf(status, turn?.isMine)} className="translate-y-[0.15em]" />
        <span>{turn?.words ?? t(ended)}</span>
      </p>
      {resolution && <p className="mt-2 whitespace-pre-line wrap-anywhere">{resolution}</p>}
      {turn?.detail.map((line) => (
        <p key={line} className="mt-2 whitespace-pre-line wrap-anywhere">
          {line}
        </p>
      ))}
      {children}
    </section>
  );
}

function iconOf(status: TicketView["ticket"]["status"], isMine: boolean | undefined) {
  if (isMine) return "circle-alert";
  if (status === "resolved" || status === "closed") return "circle-check";
  return status === "paused" ? "pause" : "circle-dot";
}
