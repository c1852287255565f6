import { formatDay, formatInstant } from "@/lib/base/format";
import { type Translate, translator } from "@/lib/base/language";
import { currentClocks } from "./clock";
import type { TicketView } from "./queries";
import { isForSecretaries } from "./report-topics";

/** What must be known of a ticket to tell its requester whose turn it is; a TicketView is more than enough. */
export type Turning = {
  ticket: Pick<
    TicketView["ticket"],
    "status" | "category" | "dueAt" | "firstResponseAt" | "serviceLevelId" | "nextSweepAt" | "endedAs"
  >;
  clocks: TicketView["clocks"];
  clock: Pick<TicketView["clock"], "dueAt">;
  pause: Pick<NonNullable<TicketView["pause"]>, "waitingFor" | "reason" | "reviewAt" | "promisedOn"> | null;
};

export type TurnReading = { language: "sv" | "en"; timeZone: string; now: Date };

/** `words` names who is to act; `detail` what is awaited and by when. */
export type TicketTurn = {
  who: "requester" | "desk" | "secretaries" | "supplier" | "approver" | "other";
  isMine: boolean;
  words: string;
  detail: string[];
};

/** Whose turn it is on a ticket, as its requester reads it; null when nothing more is to be done. */
export function ticketTurn(view: Turning, reading: TurnReading): TicketTurn | null {
  const t = translator(reading.language);
  const { status } = view.ticket;
  if (status === "closed" || status === "cancelled") return null;
  if (status === "paused") return waiting(view, reading, t);
  if (status === "resolved") return view.ticket.serviceLevelId ? resolved(view, reading, t) : null;
  return working(view, reading, t);
}

function waiting({ pause }: Turning, reading: TurnReading, t: Translate): TicketTurn {
  const detail = [
    pause?.reason ?? "",
    pause?.promisedOn ? t("report.turn.promised", { day: formatDay(pause.promisedOn, reading) }) : "",
    pause?.reviewAt ? t("report.turn.review", { at: formatInstant(pause.reviewAt, reading) }) : "",
  ].filter(Boolean);
  switch (pause?.waitingFor) {
    case "requester":
      return { who: "requester", isMine: true, words: t("report.turn.you"), detail };
    case "supplier":
      return { who: "supplier", isMine: false, words: t("report.turn.supplier"), detail };
    case "approval":
      return { who: "approver", isMine: false, words: t("report.turn.approval"), detail };
    default:
      return { who: "other", isMine: false, words: t("report.turn.other"), detail };
  }
}

/** Their turn only if they are not content: nothing is asked of them. */
function resolved({ ticket }: Turning, reading: TurnReading, t: Translate): TicketTurn {
  const detail = ticket.nextSweepAt
    ? [t("report.turn.resolvedUntil", { day: formatDay(ticket.nextSweepAt, reading) })]
    : [];
  return { who: "requester", isMine: false, words: t("report.turn.resolved"), detail };
}

function working(view: Turning, reading: TurnReading, t: Translate): TicketTurn {
  const { ticket } = view;
  const who = isForSecretaries(ticket.category) ? "secretaries" : "desk";
  const isNew = ticket.status === "new";
  const words = t(ticket.serviceLevelId ? `report.turn.${isNew ? "received" : "working"}.${who}` : "report.turn.order");
  return { who, isMine: false, words, detail: promises(view, reading, t) };
}

/** The first answer until it is given, then the solution; the nearer promise first, and a broken one owned up to. */
function promises({ ticket, clocks, clock }: Turning, reading: TurnReading, t: Translate): string[] {
  const said = (target: "response" | "resolution", dueAt: Date) =>
    dueAt < reading.now
      ? t(`report.turn.late.${target}`, { at: formatInstant(dueAt, reading) })
      : t(`report.turn.due.${target}`, { at: formatInstant(dueAt, reading) });
  if (!ticket.serviceLevelId) return [t("report.turn.due.delivery", { day: formatDay(clock.dueAt, reading) })];
  const held = currentClocks(clocks);
  const response = held.find(({ target, end }) => target === "response" && end === "running");
  const resolution = held.find(({ target }) => target === "resolution");
  return [
    ...(response && !ticket.firstResponseAt ? [said("response", response.clock.dueAt)] : []),
    ...(resolution ? [said("resolution", resolution.clock.dueAt)] : []),
  ];
}
