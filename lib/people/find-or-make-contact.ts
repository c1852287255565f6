import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { persons, units } from "@/db/schema/people";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";

export type Correspondent = { personId: string; email: string; kind: "person" | "contact" | "disabled" };

/**
 * Who writes from this address: a person of the organisation, or a contact, made at the first mail. A contact is disabled from the start
 * and holds no role: it signs in nowhere, is in no list to choose from, and only its own letters go to it.
 */
export async function findOrMakeContact(
  ctx: Context,
  sender: { address: string; name: string },
): Promise<Correspondent> {
  requireMay(ctx, "mail:receive");
  return inTransaction(ctx, async (tx) => {
    const email = sender.address.toLowerCase();
    const known = await findCorrespondent(ctx, tx, email);
    if (known) return known;
    const row = {
      ...{ id: newId(), organisationId: ctx.organisation.id, email, unitId: await rootUnit(ctx, tx) },
      name: sender.name.slice(0, 200) || email,
      ...{ isContact: true, disabledAt: ctx.now, createdAt: ctx.now },
    };
    const [made] = await tx.insert(persons).values(row).onConflictDoNothing().returning({ id: persons.id });
    if (made) await record(ctx, tx, "people.contact_made", { kind: "person", id: made.id });
    // Two mails of one stranger at the same moment: the other one made it.
    return made ? { personId: made.id, email, kind: "contact" } : await again(ctx, tx, email);
  });
}

/** null when nobody has the address. */
export async function findCorrespondent(ctx: Context, tx: Tx, email: string): Promise<Correspondent | null> {
  const { id, isContact, disabledAt } = persons;
  const [row] = await tx
    .select({ id, isContact, disabledAt })
    .from(persons)
    .where(and(eq(persons.organisationId, ctx.organisation.id), eq(persons.email, email)));
  if (!row) return null;
  const active = row.disabledAt === null ? "person" : "disabled";
  return { personId: row.id, email, kind: row.isContact ? "contact" : active };
}

async function again(ctx: Context, tx: Tx, email: string): Promise<Correspondent> {
  const found = await findCorrespondent(ctx, tx, email);
  if (!found) throw new Error("a contact was neither made nor found");
  return found;
}

async function rootUnit(ctx: Context, tx: Tx): Promise<string> {
  const [root] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.organisationId, ctx.organisation.id), isNull(units.parentId)))
    .limit(1);
  if (!root) throw new RuleBroken("people.noUnits");
  return root.id;
}
