import { and, desc, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { persons, roleAssignments, substitutes, units } from "@/db/schema/people";
import type { Language } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { localDate } from "@/lib/base/format";

/** A person as others may see them: no roles, nothing personal beyond what a letter needs. */
export type PersonSummary = {
  personId: string;
  name: string;
  email: string;
  /** The name of the account in the directory, when it is known. */
  account: string | null;
  unitId: string;
  unitPath: string;
  unitName: string;
  language: Language;
  isDisabled: boolean;
};

/** By e-mail, in any case; null when nobody in the organisation has it. */
export function findPersonByEmail(ctx: Context, email: string): Promise<PersonSummary | null> {
  return read(ctx, (tx) => personWhere(ctx, tx, eq(persons.email, email.trim().toLowerCase())));
}

/** NotFound outside the organisation. */
export async function getPerson(ctx: Context, personId: string): Promise<PersonSummary> {
  const person = await read(ctx, (tx) => personWhere(ctx, tx, eq(persons.id, personId)));
  if (!person) throw new NotFound("people.noSuchPerson");
  return person;
}

async function personWhere(ctx: Context, tx: Tx, where: SQL): Promise<PersonSummary | null> {
  const [row] = await tx
    .select({
      ...{ personId: persons.id, name: persons.name, email: persons.email, account: persons.account },
      ...{ unitId: units.id, unitPath: units.path, unitName: units.name },
      ...{ language: persons.language, disabledAt: persons.disabledAt },
    })
    .from(persons)
    .innerJoin(units, eq(units.id, persons.unitId))
    .where(and(eq(persons.organisationId, ctx.organisation.id), where));
  if (!row) return null;
  const { disabledAt, ...person } = row;
  return { ...person, isDisabled: disabledAt !== null };
}

export type Approver = {
  id: string;
  name: string;
  email: string;
  language: Language;
  /** The unit whose approver they are, or stand in for. */
  unitPath: string;
  /** Set for a substitute: whom they act for. */
  substituteFor: string | null;
};

/**
 * Everyone who may approve for the unit today: the nearest unit's approvers first, each followed by their substitutes. Of what
 * `requesterId` has ordered: neither they nor who stands in for them.
 */
export function listApprovers(ctx: Context, unitPath: string, requesterId?: string): Promise<Approver[]> {
  return read(ctx, (tx) => approversWhere(ctx, tx, unitPath, requesterId));
}

async function approversWhere(ctx: Context, tx: Tx, unitPath: string, requesterId?: string): Promise<Approver[]> {
  const own = await tx
    .select({
      id: persons.id,
      name: persons.name,
      email: persons.email,
      language: persons.language,
      unitPath: units.path,
    })
    .from(roleAssignments)
    .innerJoin(persons, eq(persons.id, roleAssignments.personId))
    .innerJoin(units, eq(units.id, roleAssignments.unitId))
    .where(
      and(
        eq(roleAssignments.organisationId, ctx.organisation.id),
        eq(roleAssignments.role, "approver"),
        isNull(persons.disabledAt),
        requesterId ? ne(persons.id, requesterId) : undefined,
        sql`starts_with(${unitPath}, ${units.path})`,
      ),
    )
    .orderBy(desc(sql`length(${units.path})`), persons.name);
  const away = own.map(({ id }) => id);
  const standIns = await activeSubstitutes(ctx, tx, away);
  const all = own.flatMap((approver) => [
    { ...approver, substituteFor: null },
    ...standIns
      .filter(({ substituteFor }) => substituteFor === approver.id)
      .map((standIn) => ({ ...standIn, unitPath: approver.unitPath })),
  ]);
  const seen = new Set(requesterId ? [requesterId] : []);
  return all.filter(({ id }) => !seen.has(id) && seen.add(id));
}

async function activeSubstitutes(ctx: Context, tx: Tx, personIds: string[]) {
  const today = localDate(ctx.now, ctx.organisation.timeZone);
  const standIn = alias(persons, "stand_in");
  return tx
    .select({
      id: standIn.id,
      name: standIn.name,
      email: standIn.email,
      language: standIn.language,
      substituteFor: substitutes.personId,
    })
    .from(substitutes)
    .innerJoin(standIn, eq(standIn.id, substitutes.substituteId))
    .where(
      and(
        eq(substitutes.organisationId, ctx.organisation.id),
        inArray(substitutes.personId, personIds),
        isNull(standIn.disabledAt),
        sql`${today} between ${substitutes.fromDate} and ${substitutes.toDate}`,
      ),
    );
}
