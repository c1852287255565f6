import type { ClockState } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { type MessageKey, translator } from "@/lib/base/language";
import type { ClockEvent } from "@/lib/sla/schema";
import type { ClockReading } from "@/lib/tickets/clock";

type Reading = Pick<ClockReading, "clock" | "end">;

/** How a clock stands: its state, soon apart, and the sentence of what remains or how it went. */
export function clockLine({ clock, end }: Reading, ctx: Context): { state: ClockState | "soon"; words: string } {
  const t = translator(ctx.language);
  const { now, language, organisation } = ctx;
  const due = formatInstant(clock.dueAt, { language, timeZone: organisation.timeZone });
  const isSoon = clock.state === "running" && now >= clock.warnAt;
  const state = isSoon ? "soon" : clock.state;
  if (end !== "running") {
    const key = clock.state === "breached" ? "deskTicket.clocks.endedLate" : "deskTicket.clocks.ended";
    return { state, words: t(end === "replaced" ? "deskTicket.clocks.wasDue" : key, { due }) };
  }
  if (clock.state === "breached")
    return { state, words: t("deskTicket.clocks.late", { due, ...split(-clock.remainingMinutes) }) };
  if (clock.state === "paused") return { state, words: t("deskTicket.clocks.waits", { due }) };
  return { state, words: t("deskTicket.clocks.left", { due, ...split(clock.remainingMinutes) }) };
}

/** Working time as a person says it; `days` are not working days but what is left of whole hours. */
const split = (minutes: number) => ({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });

const kinds = {
  started: "deskTicket.clocks.event.started",
  paused: "deskTicket.clocks.event.paused",
  resumed: "deskTicket.clocks.event.resumed",
  stopped: "deskTicket.clocks.event.stopped",
  reopened: "deskTicket.clocks.event.reopened",
  cancelled: "deskTicket.clocks.event.cancelled",
} as const satisfies Record<ClockEvent["kind"], MessageKey>;

/** The clock's log, event by event. */
export function eventLines({ log }: Pick<ClockReading, "log">, { language }: Context): { at: Date; words: string }[] {
  const t = translator(language);
  return log.map(({ at, kind, reason, waitingFor }) => {
    const because = [waitingFor ? t(`words.waitsFor.${waitingFor}`) : "", reason ?? ""].filter(Boolean).join(": ");
    return { at, words: [t(kinds[kind]), because].filter(Boolean).join(". ") };
  });
}
