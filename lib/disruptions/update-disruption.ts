import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { changeDisruption, ongoingToChange, say, write } from "./internal";
import { instantOf } from "./local-moment";
import { storeNextSweep } from "./next-sweep";
import type { UpdateDisruption } from "./schema";

/** News for everyone, and when the next comes. VersionMismatch where a colleague was first: read theirs before yours goes out. */
export async function updateDisruption(ctx: Context, input: UpdateDisruption): Promise<{ id: string }> {
  requireMay(ctx, "disruption:work");
  const nextUpdateAt = instantOf(input.nextUpdate, "nextUpdate", ctx.organisation.timeZone);
  if (nextUpdateAt && nextUpdateAt <= ctx.now) {
    throw new Invalid([{ path: "nextUpdate.day", key: "disruptions.errors.passed" }]);
  }
  return inTransaction(ctx, async (tx) => {
    const { id } = await ongoingToChange(ctx, tx, input);
    await changeDisruption(tx, { id }, { nextUpdateAt, lateToldAt: null });
    await say(ctx, tx, id, "updated", input.text);
    await storeNextSweep(tx, id);
    await write(ctx, tx, id, "disruptions.updated", { text: input.text.sv, nextUpdateAt });
    return { id };
  });
}
