import { Icon } from "@/app/_ui/icon";
import { formatDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { isOpen } from "@/lib/tickets/status";
import type { DeskTicket } from "./ticket-context";

/** Whose turn it is; of a wait, for whom and for what, and when it goes on by itself. */
export function TurnLine({ ctx, view, parties, isAsked }: DeskTicket & { isAsked: boolean }) {
  const t = translator(ctx.language);
  const { ticket, pause } = view;
  if (!isOpen(ticket.status)) return null;
  const zoned = { language: ctx.language, timeZone: ctx.organisation.timeZone };
  if (!pause) {
    const turn = isAsked || ticket.firstResponseAt === null ? "asked" : "answered";
    return <Line words={t(`deskTicket.turn.${turn}`)} />;
  }
  const { reason, reviewAt, supplier, supplierReference, promisedOn } = pause;
  const name = parties.requester.name ?? t("deskTicket.protected");
  const details = [
    reason ?? "",
    supplier ? [supplier, supplierReference].filter(Boolean).join(" · ") : "",
    promisedOn ? t("deskTicket.turn.promised", { day: formatDay(promisedOn, zoned) }) : "",
    reviewAt ? t("deskTicket.turn.review", { day: formatDay(reviewAt, zoned) }) : "",
  ].filter(Boolean);
  return <Line words={t(`deskTicket.turn.${pause.waitingFor ?? "other"}`, { name })} details={details} isWaiting />;
}

function Line({ words, details = [], isWaiting }: { words: string; details?: string[]; isWaiting?: boolean }) {
  return (
    <div className="desk-turn">
      <Icon name={isWaiting ? "hourglass" : "user"} />
      <div>
        <p>{words}</p>
        {details.map((each) => (
          <p key={each} className="desk-turn-detail">
            {each}
          </p>
        ))}
      </div>
    </div>
  );
}
