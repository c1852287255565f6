import type { IconName } from "@/app/_ui/icon";
import { clockTargets, identityDocuments, resolutionCodes, waitingFor } from "@/db/words";
import { formatDay } from "@/lib/base/format";
import { type MessageKey, translator } from "@/lib/base/language";
import type { Act } from "@/lib/tickets/conversation";
import { momentInWords, type Reader } from "../../moment";

export type ActWords = { what: string; detail: string; icon: IconName };

/** One act as a quiet line: what was done, in the reader's language, and the reason or the text that was given with it. */
export function actInWords({ event, detail }: Pick<Act, "event" | "detail">, ctx: Reader): ActWords {
  const t = translator(ctx.language);
  const key = keyOf(event, detail);
  const to = part(detail.to);
  const values = {
    event,
    assignee: text(detail.name) || text(detail.assignee),
    line: String(detail.line ?? ""),
    fromLine: String(detail.fromLine ?? ""),
    who: waitingFor.flatMap((who) => (who === detail.waitingFor ? t(`words.waitingFor.${who}`) : [])).join(""),
    target: clockTargets.flatMap((each) => (each === detail.target ? t(`words.clockTarget.${each}`) : [])).join(""),
    code: resolutionCodes.flatMap((each) => (each === detail.code ? t(`words.resolutionCode.${each}`) : [])).join(""),
    reference: [detail.into, detail.from, detail.gave, detail.by, detail.other].map(text).find(Boolean) ?? "",
    priority: String(to.priority ?? ""),
    item:
      text(detail.item) ||
      identityDocuments.flatMap((each) => (each === detail.identityBy ? t(`visits.documents.${each}`) : [])).join(""),
    name: text(detail.supplier) || text(detail.name),
    rating: text(detail.rating),
    move: text(detail.move),
    names: text(detail.names),
    minutes: Number(detail.minutes ?? 0),
    until: dayOf(detail.reviewAt, ctx) || momentOf(detail.startsAt, ctx),
    replaced: String(detail.clocksReplaced === true),
  };
  const said = [detail.reason, detail.resolution].map(text).find(Boolean) ?? "";
  return { what: t(key, values), detail: said, icon: icons[event] ?? "circle-dot" };
}

const known = {
  "tickets.opened": "deskTicket.act.opened",
  "intake.files_left": "deskTicket.act.filesLeft",
  "tickets.assigned": "deskTicket.act.assigned",
  "tickets.transferred": "deskTicket.act.transferred",
  "tickets.paused": "deskTicket.act.paused",
  "tickets.resumed": "deskTicket.act.resumed",
  "tickets.classified": "deskTicket.act.classified",
  "tickets.resolved": "deskTicket.act.resolved",
  "tickets.closed": "deskTicket.act.closed",
  "tickets.reopened": "deskTicket.act.reopened",
  "tickets.cancelled": "deskTicket.act.cancelled",
  "tickets.merged": "deskTicket.act.merged",
  "tickets.duplicate": "deskTicket.act.duplicate",
  "tickets.unmerged": "deskTicket.act.unmerged",
  "tickets.followed": "deskTicket.act.followed",
  "tickets.linked": "deskTicket.act.linked",
  "tickets.unlinked": "deskTicket.act.unlinked",
  "tickets.split": "deskTicket.act.split",
  "tickets.warned": "deskTicket.act.warned",
  "tickets.breached": "deskTicket.act.breached",
  "tickets.attached": "desk.event.tickets_attached",
  "tickets.handed_to_supplier": "deskTicket.act.handedToSupplier",
  "tickets.rated": "deskTicket.act.rated",
  "desk.identity_checked": "deskTicket.act.identityChecked",
  "desk.visit_booked": "deskTicket.act.visitBooked",
  "desk.visit_moved": "deskTicket.act.visitMoved",
  "desk.itemDone": "deskTicket.act.itemDone",
  "desk.itemUndone": "deskTicket.act.itemUndone",
  "desk.timeSpent": "deskTicket.act.timeSpent",
  "desk.timeTakenBack": "deskTicket.act.timeTakenBack",
} as const satisfies Record<string, MessageKey>;

const icons: Record<string, IconName> = {
  ...{ "tickets.assigned": "user", "tickets.transferred": "chevron-right", "tickets.paused": "pause" },
  ...{ "tickets.resolved": "circle-check", "tickets.closed": "check", "tickets.cancelled": "ban" },
  ...{ "tickets.reopened": "rotate-ccw", "tickets.warned": "clock", "tickets.breached": "triangle-alert" },
  ...{ "tickets.unmerged": "undo-2", "desk.itemDone": "list-checks", "desk.timeSpent": "hourglass" },
};

/** A merge reads from either side: what went into another, and the other that took it in. */
function keyOf(event: string, detail: Record<string, unknown>): MessageKey {
  const isTaker = typeof detail.from === "string";
  if (event === "tickets.assigned" && !detail.assignee) return "deskTicket.act.unassigned";
  if (event === "tickets.merged" && isTaker) return "deskTicket.act.tookIn";
  if (event === "tickets.duplicate" && isTaker) return "deskTicket.act.hasDuplicate";
  if (event === "tickets.unmerged" && typeof detail.gave === "string") return "deskTicket.act.gaveBack";
  if (event === "tickets.split" && isTaker) return "deskTicket.act.splitFrom";
  return event in known ? known[event as keyof typeof known] : "desk.event.other";
}

const dayOf = (at: unknown, { language, organisation }: Reader): string =>
  instantOf(at)
    .map((instant) => formatDay(instant, { language, timeZone: organisation.timeZone }))
    .join("");

const momentOf = (at: unknown, reader: Reader): string =>
  instantOf(at)
    .map((instant) => momentInWords(instant, reader))
    .join("");

/** History keeps instants as text: none, or the one. */
function instantOf(at: unknown): Date[] {
  const instant = typeof at === "string" ? new Date(at) : null;
  return instant && !Number.isNaN(instant.getTime()) ? [instant] : [];
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const part = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
