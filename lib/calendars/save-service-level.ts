import { type LevelPromise, serviceLevels } from "@/db/schema/calendars";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { latestLevelVersion, latestPolicyVersion } from "./internal";
import { currentCalendar } from "./queries";
import { savePolicy } from "./save-policy";
import type { SaveServiceLevel } from "./schema";

/**
 * Writes a new version of a service level, with a policy for each promise; tickets that are open keep theirs. NotFound where a support
 * window is no calendar of the organisation's, Conflict where another author saved after `basedOn` was read.
 */
export async function saveServiceLevel(
  ctx: Context,
  input: SaveServiceLevel,
): Promise<{ id: string; version: number }> {
  requireMay(ctx, "calendar:edit");
  return inTransaction(ctx, async (tx) => {
    const { slug, name, basedOn } = input;
    if ((await latestLevelVersion(ctx, tx, slug)) !== basedOn) throw new Conflict();
    const inside = { ...ctx, tx };
    const promises: LevelPromise[] = [];
    for (const { amount, ...promise } of input.promises) {
      await currentCalendar(inside, promise.calendar);
      const policySlug = `${slug}-${promise.priority}-${promise.target}`;
      const policy = { target: promise.target, amount };
      const before = await latestPolicyVersion(ctx, tx, policySlug);
      const saved = await savePolicy(inside, { slug: policySlug, basedOn: before, policy });
      promises.push({ ...promise, policyId: saved.id });
    }
    const row = { id: newId(), organisationId: ctx.organisation.id, slug, name, version: basedOn + 1 };
    const [saved] = await tx
      .insert(serviceLevels)
      .values({ ...row, promises, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: serviceLevels.id });
    if (!saved) throw new Conflict();
    const detail = { slug, version: row.version };
    await record(ctx, tx, "calendars.saveServiceLevel", { kind: "service_level", id: row.id }, detail);
    return { id: row.id, version: row.version };
  });
}
