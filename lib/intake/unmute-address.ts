import { and, eq, isNull } from "drizzle-orm";
import { mutedAddresses } from "@/db/schema/intake";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict, NotFound } from "@/lib/base/errors";
import { personOf, requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import type { UnmuteAddress } from "./schema";

/** The address works again: letters go there from now on. NotFound for one that was never muted, Conflict where it was lifted already. */
export async function unmuteAddress(ctx: Context, { id }: UnmuteAddress): Promise<void> {
  requireMay(ctx, "mail:work");
  await inTransaction(ctx, async (tx) => {
    const isIt = and(eq(mutedAddresses.organisationId, ctx.organisation.id), eq(mutedAddresses.id, id));
    if ((await tx.$count(mutedAddresses, isIt)) === 0) throw new NotFound();
    const [lifted] = await tx
      .update(mutedAddresses)
      .set({ unmutedAt: ctx.now, unmutedById: personOf(ctx).personId })
      .where(and(isIt, isNull(mutedAddresses.unmutedAt)))
      .returning({ id: mutedAddresses.id });
    if (!lifted) throw new Conflict();
    await record(ctx, tx, "intake.unmuted", { kind: "address", id });
  });
}
