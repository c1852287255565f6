import { taskKinds, taskStatuses, waitingFor } from "@/db/words";
import { type MessageKey, type MessageValues, translator } from "@/lib/base/language";
import type { HistoryRow } from "@/lib/tickets/list-history";
import type { Reader } from "../../moment";
import { actInWords } from "../../tickets/[reference]/act-words";

/** An act of an order's history in words: what was done, and the reason that was given. A ticket's own acts read as they do there. */
export function historyInWords({ event, detail }: Pick<HistoryRow, "event" | "detail">, ctx: Reader) {
  const t = translator(ctx.language);
  const key = keyOf(event, detail);
  if (!key) {
    const act = actInWords({ event, detail }, ctx);
    return { what: act.what, reason: act.detail };
  }
  const values: MessageValues = {
    serialNumber: text(detail.serialNumber),
    receivedBy: text(detail.receivedBy),
    name: text(detail.name),
    task: taskKinds.flatMap((kind) => (kind === detail.kind ? t(`desk.task.label.${kind}`) : [])).join(""),
    status: taskStatuses
      .flatMap((status) => (status === detail.status ? t(`words.taskStatus.${status}`) : []))
      .join(""),
    who: waitingFor.flatMap((who) => (who === detail.waitingFor ? t(`words.waitingFor.${who}`) : [])).join(""),
  };
  return { what: t(key, values), reason: text(detail.reason) };
}

const known = {
  "orders.placed": "desk.event.orders_placed",
  "orders.changed": "desk.event.orders_changed",
  "orders.approved": "desk.event.orders_approved",
  "orders.declined": "desk.event.orders_declined",
  "orders.cancelled": "desk.event.orders_cancelled",
  "orders.serial_number": "desk.event.orders_serial_number",
  "orders.task": "desk.event.orders_task",
  "orders.task_retried": "desk.event.orders_task_retried",
  "orders.task_by_hand": "desk.event.orders_task_by_hand",
  "orders.preconfigured": "desk.event.orders_preconfigured",
  "orders.handed_over": "desk.event.orders_handed_over",
  "orders.acknowledged": "desk.event.orders_acknowledged",
  "tickets.attached": "desk.event.tickets_attached",
  "tickets.opened": "desk.event.tickets_opened",
  "tickets.paused": "desk.event.tickets_paused",
  "tickets.resumed": "desk.event.tickets_resumed",
  "tickets.warned": "desk.event.tickets_warned",
  "tickets.breached": "desk.event.tickets_breached",
  "tickets.resolved": "desk.event.tickets_resolved",
} as const satisfies Record<string, MessageKey>;

function keyOf(event: string, detail: Record<string, unknown>): MessageKey | null {
  if (event === "tickets.commented")
    return detail.visibility === "internal"
      ? "desk.event.tickets_commentedInternal"
      : "desk.event.tickets_commentedPublic";
  return event in known ? known[event as keyof typeof known] : null;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
