import type { LineStatus, OrderStatus, TaskStatus, WaitingFor } from "@/db/words";
import { formatDay } from "@/lib/base/format";
import { type MessageValues, type Translate, translator } from "@/lib/base/language";

type Person = { id: string; name: string };

/** What must be known of an order to say whose turn it is; an OrderView is more than enough. */
export type Turning = {
  order: { status: OrderStatus; deliverTo: string };
  requester: Person;
  lines: readonly {
    status: LineStatus;
    recipient: Person | null;
    serialNumber: string | null;
    tasks: readonly { status: TaskStatus; isAutomatic: boolean }[];
  }[];
  pause: { waitingFor: WaitingFor | null; reason: string | null; reviewAt: Date | null } | null;
};

export type TurnReading = {
  language: "sv" | "en";
  timeZone: string;
  /** The reader: their own turn is told as "du". */
  viewerId: string | null;
  /** Who is asked to approve, by name; without names the role is told. */
  approvers?: readonly string[];
};

/** `words` names who is to act and on what; `detail` why it waits and until when. */
export type Turn = {
  who: "approver" | "desk" | "portal" | "requester" | "recipient" | "supplier" | "other";
  isMine: boolean;
  words: string;
  detail?: string;
};

/** Whose turn it is on an order; null when nothing more is to be done. */
export function whoseTurn(view: Turning, reading: TurnReading): Turn | null {
  const t = translator(reading.language);
  const { order, pause } = view;
  if (order.status === "awaiting_approval") return approversTurn(reading, t);
  if (pause && order.status !== "delivered") return pausedTurn(view, pause, reading, t);
  if (order.status === "preparing") return prepareTurn(view, t);
  if (order.status === "ready") return turn("desk", t("order.turn.ready", { place: order.deliverTo }));
  return order.status === "delivered" ? receiptTurn(view, reading, t) : null;
}

const turn = (who: Turn["who"], words: string, isMine = false): Turn => ({ who, isMine, words });

function approversTurn({ approvers = [], language }: TurnReading, t: Translate): Turn {
  if (approvers.length === 0) return turn("approver", t("order.turn.approver"));
  return turn("approver", t("order.turn.approverNamed", { names: orList(approvers, language) }));
}

function pausedTurn(view: Turning, pause: NonNullable<Turning["pause"]>, reading: TurnReading, t: Translate): Turn {
  const { waitingFor, reason, reviewAt } = pause;
  const detail = [
    reason ? t("order.turn.because", { reason }) : "",
    reviewAt ? t("order.turn.review", { date: formatDay(reviewAt, reading) }) : "",
  ];
  const said = { detail: detail.filter(Boolean).join(" ") };
  if (waitingFor === "requester") {
    const isMine = view.requester.id === reading.viewerId;
    const words = isMine ? t("order.turn.you") : t("order.turn.requester", { name: view.requester.name });
    return { ...turn("requester", words, isMine), ...said };
  }
  if (waitingFor === "supplier") return { ...turn("supplier", t("order.turn.supplier")), ...said };
  return { ...turn("other", t("order.turn.other")), ...said };
}

function prepareTurn({ lines }: Turning, t: Translate): Turn {
  const live = lines.filter((line) => line.status !== "declined" && line.status !== "cancelled");
  const isStopped = live.some((line) => line.tasks.some((task) => task.isAutomatic && task.status === "failed"));
  if (isStopped) return turn("desk", t("order.turn.deskHelps"));
  const missing = live.filter((line) => !line.serialNumber).length;
  if (missing > 0) return turn("desk", t("order.turn.deskFetches", { count: missing }));
  return turn("portal", t("order.turn.portal"));
}

function receiptTurn(view: Turning, { viewerId, language }: TurnReading, t: Translate): Turn | null {
  const unconfirmed = view.lines.filter((line) => line.status === "handed_over");
  const owners = unconfirmed.map((line) => line.recipient ?? view.requester);
  if (owners.length === 0) return null;
  if (owners.some((owner) => owner.id === viewerId)) return turn("recipient", t("order.turn.confirmYou"), true);
  const names = [...new Set(owners.map((owner) => owner.name))];
  const values: MessageValues = { names: new Intl.ListFormat(language, { type: "conjunction" }).format(names) };
  return turn("recipient", t("order.turn.confirm", values));
}

const orList = (names: readonly string[], language: string) =>
  new Intl.ListFormat(language, { type: "disjunction" }).format(names);
