import type { Tone } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { formatDay, formatTime, localDate } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { dateOfDay, dayOfDate } from "@/lib/sla/zone";
import type { QueueRow } from "@/lib/tickets/list-queue";

type Reading = Pick<Context, "language" | "now" | "organisation">;
type Due = Pick<QueueRow, "status" | "clock" | "target" | "pause">;

/** What must be done and by when, as somebody would say it: "Svara i dag kl. 15.30"; whose turn it is while it waits. */
export function dueInWords(ctx: Reading, { status, clock, target, pause }: Due): { words: string; tone: Tone } {
  const t = translator(ctx.language);
  if (status === "cancelled") return { words: t("queue.due.none"), tone: "neutral" };
  if (status === "resolved" || status === "closed") {
    const isKept = clock.state !== "breached";
    return { words: t(isKept ? "queue.due.met" : "queue.due.broken"), tone: isKept ? "kept" : "broken" };
  }
  if (clock.state === "breached" && !(pause && clock.dueAt >= pause.at)) {
    return { words: t(`queue.due.late.${target}`, { when: whenInWords(ctx, clock.dueAt) }), tone: "broken" };
  }
  if (pause) return { words: waitInWords(ctx, pause), tone: "waiting" };
  const tone = ctx.now >= clock.warnAt ? "soon" : "information";
  return { words: t(`queue.due.${target}`, { when: whenInWords(ctx, clock.dueAt) }), tone };
}

/** "Väntar på beställaren till ons 16 dec". */
export function waitInWords(ctx: Reading, { waitingFor, reviewAt }: NonNullable<Due["pause"]>): string {
  const t = translator(ctx.language);
  const who = t(`words.waitsFor.${waitingFor ?? "other"}`);
  return reviewAt ? t("queue.due.until", { who, when: dayInWords(ctx, reviewAt) }) : t("queue.due.waits", { who });
}

/** "i dag kl. 15.30", "i morgon kl. 9.00", "tis 15 dec". */
export function whenInWords(ctx: Reading, at: Date): string {
  const t = translator(ctx.language);
  const zoned = { language: ctx.language, timeZone: ctx.organisation.timeZone };
  const [day, today] = [dayOf(ctx, at), dayOf(ctx, ctx.now)];
  const time = formatTime(at, zoned);
  if (day === today) return t("queue.due.today", { time });
  if (day === today + 1) return t("queue.due.tomorrow", { time });
  if (day === today - 1) return t("queue.due.yesterday", { time });
  return dayInWords(ctx, at);
}

/** "tis 15 dec"; the year only where it is not this one. */
export function dayInWords(ctx: Reading, at: Date): string {
  const zoned = { language: ctx.language, timeZone: ctx.organisation.timeZone };
  const words = formatDay(dateOfDay(dayOf(ctx, at)), { ...zoned, timeZone: "UTC" }).split(" ");
  const isThisYear = localDate(at, zoned.timeZone).slice(0, 4) === localDate(ctx.now, zoned.timeZone).slice(0, 4);
  return (isThisYear ? words.slice(0, 3) : words).join(" ");
}

const dayOf = ({ organisation }: Reading, at: Date): number => dayOfDate(localDate(at, organisation.timeZone));
