import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { demoClock } from "@/db/schema/connections";
import { setClockOffset, systemNow } from "@/lib/base/clock";
import { type Context, inTransaction } from "@/lib/base/context";
import { env } from "@/lib/base/env";
import { NotFound } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { channel, rowId } from "./follow-clock";
import type { MoveClock } from "./schema";

/**
 * Moves the portal's clock for everyone who follows it, this process at once. Days are calendar days in the organisation's zone.
 * NotFound without DEMO=1. Answers the new time.
 */
export async function moveClock(ctx: Context, input: MoveClock): Promise<{ now: Date }> {
  if (!env().DEMO) throw new NotFound();
  requireMay(ctx, "clock:move");
  const to = input.at ? new Date(input.at) : advanced(ctx, input.advance ?? "PT0S");
  const offsetMs = to.getTime() - systemNow().getTime();
  await inTransaction(ctx, async (tx) => {
    const row = { id: rowId, setting: env().CLOCK ?? null, offsetMs: String(offsetMs) };
    await tx.insert(demoClock).values(row).onConflictDoUpdate({ target: demoClock.id, set: row });
    await tx.execute(sql`select pg_notify(${channel}, ${row.offsetMs})`);
    await record(
      ctx,
      tx,
      "clock.moved",
      { kind: "clock", id: rowId },
      { from: ctx.now.toISOString(), to: to.toISOString() },
    );
  });
  setClockOffset(offsetMs);
  return { now: to };
}

function advanced(ctx: Context, duration: string): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime()).toZonedDateTimeISO(ctx.organisation.timeZone);
  return new Date(here.add(Temporal.Duration.from(duration)).epochMilliseconds);
}
