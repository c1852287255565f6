import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { hardwareModels } from "@/db/schema/catalogue";
import type { Context } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";

/** The model, its row locked until the transaction ends, so that two who write one after the other see each other. */
export async function lockedModelOrThrow(ctx: Context, tx: Tx, slug: string) {
  const [model] = await tx
    .select()
    .from(hardwareModels)
    .where(and(eq(hardwareModels.organisationId, ctx.organisation.id), eq(hardwareModels.slug, slug)))
    .for("update");
  if (!model) throw new NotFound("catalogue.noSuchHardware");
  return model;
}
