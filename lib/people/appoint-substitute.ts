import { and, eq, gte, lte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { roleAssignments, substitutes } from "@/db/schema/people";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, NotFound, RuleBroken } from "@/lib/base/errors";
import { formatDay, localDate } from "@/lib/base/format";
import { newId } from "@/lib/base/ids";
import { may, personOf, requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { unitPathOfPerson } from "./internal";
import { personNamed } from "./named-person";
import type { AppointSubstitute } from "./schema";

/**
 * Lets somebody act for an approver from one day to another, both included: an approver for themselves, an administrator for anyone
 * under the role. Asked for once more as it already stands it is the same one. Invalid at the field at fault; RuleBroken
 * `people.substitutes.overlap` when the same person stands in on some of the days already.
 */
export async function appointSubstitute(ctx: Context, input: AppointSubstitute): Promise<{ id: string }> {
  return inTransaction(ctx, async (tx) => {
    const personId = await personAway(ctx, tx, input);
    if (input.to < localDate(ctx.now, ctx.organisation.timeZone)) throw fault("to", "past");
    const standIn = await personNamed(ctx, tx, "substitute", input.substitute);
    if (standIn.id === personId) throw fault("substitute", "self");
    const before = await alreadyThere(ctx, tx, { personId, substituteId: standIn.id, ...input });
    if (before && before.fromDate === input.from && before.toDate === input.to) return { id: before.id };
    if (before) throw new RuleBroken("people.substitutes.overlap", { name: standIn.name, ...daysOf(ctx, before) });
    const row = { id: newId(), personId, substituteId: standIn.id, fromDate: input.from, toDate: input.to };
    await tx.insert(substitutes).values({ ...row, organisationId: ctx.organisation.id, createdAt: ctx.now });
    await record(ctx, tx, "people.substitute_appointed", { kind: "person", id: personId }, row);
    return { id: row.id };
  });
}

/** Who is away, their row held until the transaction ends: one appointment at a time. Only whoever approves has need of it. */
async function personAway(ctx: Context, tx: Tx, { person }: AppointSubstitute): Promise<string> {
  if (person) requireMay(ctx, "person:edit");
  else if (may(ctx.actor, "person:edit") && !may(ctx.actor, "substitute:appoint")) throw fault("person", "person");
  else requireMay(ctx, "substitute:appoint");
  const personId = person ? (await personNamed(ctx, tx, "person", person)).id : personOf(ctx).personId;
  const unitPath = await unitPathOfPerson(ctx, tx, personId);
  if (!unitPath) throw new NotFound("people.noSuchPerson");
  if (person) requireMay(ctx, "person:edit", { unitPath });
  if (!(await isApprover(ctx, tx, personId))) throw fault(person ? "person" : "substitute", "notApprover");
  return personId;
}

/** By a role of their own: what is lent is not lent on. */
async function isApprover(ctx: Context, tx: Tx, personId: string): Promise<boolean> {
  const [role] = await tx
    .select({ id: roleAssignments.id })
    .from(roleAssignments)
    .where(
      and(
        eq(roleAssignments.organisationId, ctx.organisation.id),
        eq(roleAssignments.personId, personId),
        eq(roleAssignments.role, "approver"),
      ),
    )
    .limit(1);
  return role !== undefined;
}

type Pair = { personId: string; substituteId: string; from: string; to: string };

async function alreadyThere(ctx: Context, tx: Tx, { personId, substituteId, from, to }: Pair) {
  const [row] = await tx
    .select()
    .from(substitutes)
    .where(
      and(
        eq(substitutes.organisationId, ctx.organisation.id),
        eq(substitutes.personId, personId),
        eq(substitutes.substituteId, substituteId),
        lte(substitutes.fromDate, to),
        gte(substitutes.toDate, from),
      ),
    )
    .limit(1);
  return row;
}

function daysOf({ language, organisation }: Context, { fromDate, toDate }: { fromDate: string; toDate: string }) {
  const zoned = { language, timeZone: organisation.timeZone };
  return { from: formatDay(fromDate, zoned), to: formatDay(toDate, zoned) };
}

const fault = (path: string, why: "person" | "self" | "notApprover" | "past") =>
  new Invalid([{ path, key: `people.substitutes.errors.${why}` }]);
