import { eq } from "drizzle-orm";
import { reportRecipients } from "@/db/schema/disruptions";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import type { SaveRecipients } from "./schema";

/** Whom the reports go to, as this organisation has written it; null where it has not. */
export async function findRecipients(ctx: Context): Promise<SaveRecipients | null> {
  requireMay(ctx, "disruption:read");
  const { name, contact, note, organisationId } = reportRecipients;
  const [row] = await read(ctx, (tx) =>
    tx.select({ name, contact, note }).from(reportRecipients).where(eq(organisationId, ctx.organisation.id)),
  );
  return row ?? null;
}

/** The last one to save it holds; what it was stands in the history. */
export async function saveRecipients(ctx: Context, input: SaveRecipients): Promise<void> {
  requireMay(ctx, "disruption:mark");
  await inTransaction(ctx, async (tx) => {
    const said = { ...input, changedAt: ctx.now };
    await tx
      .insert(reportRecipients)
      .values({ id: newId(), organisationId: ctx.organisation.id, ...said })
      .onConflictDoUpdate({ target: reportRecipients.organisationId, set: said });
    await record(ctx, tx, "disruptions.recipients", { kind: "organisation", id: ctx.organisation.slug }, { ...input });
  });
}
