import * as z from "zod";
import { type ClockTarget, clockStates, clockTargets } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { ledgerInWords } from "@/lib/calendars/ledger-words";
import type { Clock, LedgerDay } from "@/lib/sla/schema";
import { ledgerCodes } from "@/lib/sla/schema";
import { Instant, shownInstant } from "./instant";

export const LedgerAnswer = z
  .object({
    date: z.iso.date(),
    counted: z.boolean(),
    number: z.int().optional(),
    reason: z.string(),
    code: z.enum(ledgerCodes),
  })
  .meta({ id: "LedgerDay" });

export const ClockAnswer = z
  .object({
    target: z.enum(clockTargets),
    dueAt: Instant,
    state: z.enum(clockStates),
    elapsedMinutes: z.int(),
    remainingMinutes: z.int(),
    pausedMinutes: z.int(),
  })
  .meta({ id: "Clock" });

/** Day by day from day 0 to the due day, each with its reason in the reader's language. */
export function presentLedger(ctx: Context, ledger: LedgerDay[]): z.output<typeof LedgerAnswer>[] {
  return ledgerInWords(ledger, ctx.language).map(({ date, counted, number, code, words }) => {
    return { date, counted, ...(number === undefined ? {} : { number }), reason: words, code };
  });
}

export function presentClock(ctx: Context, clock: Clock, target: ClockTarget): z.output<typeof ClockAnswer> {
  const { state, elapsedMinutes, remainingMinutes, pausedMinutes } = clock;
  return { target, dueAt: shownInstant(ctx, clock.dueAt), state, elapsedMinutes, remainingMinutes, pausedMinutes };
}
