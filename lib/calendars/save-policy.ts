import { policies } from "@/db/schema/calendars";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { latestPolicyVersion } from "./internal";
import type { PolicyVersion } from "./queries";
import type { SavePolicy } from "./schema";

/** Writes a new version of a policy; running clocks keep theirs. Conflict where another author saved after `basedOn` was read. */
export async function savePolicy(ctx: Context, input: SavePolicy): Promise<PolicyVersion> {
  requireMay(ctx, "calendar:edit");
  return inTransaction(ctx, async (tx) => {
    const { slug, basedOn, policy } = input;
    if ((await latestPolicyVersion(ctx, tx, slug)) !== basedOn) throw new Conflict();
    const row = { id: newId(), organisationId: ctx.organisation.id, slug, version: basedOn + 1 };
    const [saved] = await tx
      .insert(policies)
      .values({ ...row, target: policy.target, content: policy, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: policies.id });
    if (!saved) throw new Conflict();
    await record(ctx, tx, "calendars.savePolicy", { kind: "policy", id: row.id }, { slug, version: row.version });
    return { id: row.id, slug, version: row.version, policy };
  });
}
