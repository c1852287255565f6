import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { letters } from "@/db/schema/history";
import { mutedAddresses } from "@/db/schema/intake";
import type { Context } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { record } from "@/lib/history/record";
import type { Verdict } from "@/lib/mail";

type Bounce = Extract<Verdict, { kind: "bounce" }>;

/**
 * A letter that came back is marked so; where the address is no good it is muted. Only by a letter of ours, to that very address: anybody
 * can write a report about a letter that never was. The letter's ticket, if it has one.
 */
export async function noteBounce(
  ctx: Context,
  tx: Tx,
  { originalId, failed, because }: Bounce,
): Promise<string | null> {
  if (originalId === null) return null;
  const [letter] = await tx
    .select({ id: letters.id, toAddress: letters.toAddress, ticketId: letters.ticketId })
    .from(letters)
    .where(and(eq(letters.organisationId, ctx.organisation.id), eq(letters.messageId, originalId)));
  const about = failed.find(({ address }) => address === letter?.toAddress.toLowerCase());
  if (!letter || !about) return null;
  const bounce = `${about.severity} ${about.status ?? ""}`.trim();
  await tx.update(letters).set({ bouncedAt: ctx.now, bounce }).where(eq(letters.id, letter.id));
  if (about.severity === "permanent") await mute(ctx, tx, { ...about, because, letterId: letter.id });
  return letter.ticketId;
}

type Muting = { address: string; status: string | null; because: string; letterId: string };

async function mute(ctx: Context, tx: Tx, { address, status, because, letterId }: Muting): Promise<void> {
  const own = and(eq(mutedAddresses.organisationId, ctx.organisation.id), eq(mutedAddresses.address, address));
  const [already] = await tx
    .select({ id: mutedAddresses.id })
    .from(mutedAddresses)
    .where(and(own, isNull(mutedAddresses.unmutedAt)));
  if (already) return;
  const row = { id: newId(), organisationId: ctx.organisation.id, address, status, because, letterId };
  await tx.insert(mutedAddresses).values({ ...row, mutedAt: ctx.now });
  await record(ctx, tx, "intake.muted", { kind: "address", id: row.id }, { status });
}
