import type { MessageKey, Translate } from "@/lib/base/language";
import type { LedgerDay, LedgerReason } from "./schema";
import { dayOfDate } from "./zone";

/** Why a day of the ledger counts or not, in a few words: "arbetsdag", "julafton – stängt", "lördag", "pausad". */
export function describeDay({ date, reason }: Pick<LedgerDay, "date" | "reason">, translate: Translate): string {
  return translate(keyOf(date, reason), reason.name === undefined ? {} : { name: reason.name });
}

const plain = {
  received: "sla.day.received",
  received_after_cut_off: "sla.day.receivedAfterCutOff",
  working_day: "sla.day.workingDay",
  no_hours: "sla.day.noHours",
  stopped: "sla.day.stopped",
} as const satisfies Partial<Record<LedgerReason["code"], MessageKey>>;

const waits = {
  requester: "sla.day.pausedForRequester",
  supplier: "sla.day.pausedForSupplier",
  approval: "sla.day.pausedForApproval",
  other: "sla.day.paused",
} as const satisfies Record<NonNullable<LedgerReason["waitingFor"]>, MessageKey>;

function keyOf(date: string, { code, name, waitingFor }: LedgerReason): MessageKey {
  const isNamed = name !== undefined;
  switch (code) {
    case "weekend":
      // 1970-01-01 was a Thursday, so Saturdays are 2 from a multiple of seven.
      return (((dayOfDate(date) - 2) % 7) + 7) % 7 === 0 ? "sla.day.saturday" : "sla.day.sunday";
    case "closed":
      return isNamed ? "sla.day.closedNamed" : "sla.day.closed";
    case "half_day":
      return isNamed ? "sla.day.halfDayNamed" : "sla.day.halfDay";
    case "special_hours":
      return isNamed ? "sla.day.specialHoursNamed" : "sla.day.specialHours";
    case "paused":
      return waits[waitingFor ?? "other"];
    default:
      return plain[code];
  }
}
