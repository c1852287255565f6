import { hardwareModels } from "@/db/schema/catalogue";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import type { AddHardware } from "./schema";

/** Adds a model, not yet certified, so not yet possible to order. Conflict where the slug is taken. */
export async function addHardware(ctx: Context, input: AddHardware): Promise<{ id: string }> {
  requireMay(ctx, "catalogue:edit");
  return inTransaction(ctx, async (tx) => {
    const id = newId();
    const [added] = await tx
      .insert(hardwareModels)
      .values({ id, organisationId: ctx.organisation.id, ...input })
      .onConflictDoNothing()
      .returning({ id: hardwareModels.id });
    if (!added) throw new Conflict("catalogue.slugTaken");
    await record(ctx, tx, "catalogue.addHardware", { kind: "hardware", id }, { model: input.slug });
    return added;
  });
}
