import { and, eq } from "drizzle-orm";
import { hardwareModels } from "@/db/schema/catalogue";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { lockedModelOrThrow } from "./internal";
import type { CountStock } from "./schema";

/** Sets how many there are in stock. Conflict where the figure is no longer the one the counter saw. */
export async function countStock(ctx: Context, { model, was, stock }: CountStock): Promise<void> {
  requireMay(ctx, "catalogue:edit");
  await inTransaction(ctx, async (tx) => {
    const { id } = await lockedModelOrThrow(ctx, tx, model);
    const unmoved = and(eq(hardwareModels.id, id), eq(hardwareModels.stock, was));
    const [counted] = await tx
      .update(hardwareModels)
      .set({ stock })
      .where(unmoved)
      .returning({ id: hardwareModels.id });
    if (!counted) throw new Conflict();
    await record(ctx, tx, "catalogue.countStock", { kind: "hardware", id }, { model, was, stock });
  });
}
