import { eq } from "drizzle-orm";
import { database, listen } from "@/db/client";
import { demoClock } from "@/db/schema/connections";
import { setClockOffset, systemNow } from "@/lib/base/clock";
import { env } from "@/lib/base/env";

export const channel = "demo_clock";
export const rowId = "demo";

/**
 * Sets this process's clock to where the demo's stands. A new CLOCK setting starts it anew; the same one as last time lets it go
 * on. Does nothing without DEMO=1.
 */
export async function loadClock(): Promise<void> {
  if (!env().DEMO) return;
  const [row] = await database().select().from(demoClock).where(eq(demoClock.id, rowId));
  const setting = env().CLOCK ?? null;
  if (setting === null || row?.setting === setting) return setClockOffset(Number(row?.offsetMs ?? 0));
  const offsetMs = new Date(setting).getTime() - systemNow().getTime();
  const started = { id: rowId, setting, offsetMs: String(offsetMs) };
  await database().insert(demoClock).values(started).onConflictDoUpdate({ target: demoClock.id, set: started });
  setClockOffset(offsetMs);
}

/** Loads the clock, follows every move of it, and tells `moved` each time; answers how to stop. */
export async function followClock(moved: () => void = () => {}): Promise<() => Promise<void>> {
  await loadClock();
  if (!env().DEMO) return async () => {};
  return listen(channel, async () => {
    await loadClock();
    moved();
  });
}
