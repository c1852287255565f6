import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { identities, persons, roleAssignments, units } from "@/db/schema/people";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { record } from "@/lib/history/record";
import { replaceProviderRoles } from "./provider-roles";

/** What the organisation's identity provider has proved. `groups` is null when it could not say: nothing is then granted or taken. */
export type ProvenIdentity = {
  issuer: string;
  subject: string;
  email: string | null;
  isEmailUnverified: boolean;
  name: string | null;
  groups: string[] | null;
};

/**
 * The person behind a sign-in, known by issuer and subject, never by e-mail. The first time, an address links to a person who has
 * no identity of that issuer yet; otherwise a person is made, at the root of the municipality. RuleBroken, with a sentence for the
 * person: disabled, no address, or an address that is someone else's. Answers the person's id.
 */
export async function signInWithProvider(ctx: Context, proven: ProvenIdentity): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const personId = (await knownPerson(ctx, tx, proven)) ?? (await firstSignIn(ctx, tx, proven));
    if (proven.groups) await replaceProviderRoles(ctx, tx, personId, proven.groups);
    return personId;
  });
}

async function knownPerson(ctx: Context, tx: Tx, { issuer, subject }: ProvenIdentity): Promise<string | null> {
  const [row] = await tx
    .select({ id: persons.id, disabledAt: persons.disabledAt, isContact: persons.isContact })
    .from(identities)
    .innerJoin(persons, eq(persons.id, identities.personId))
    .where(
      and(
        eq(identities.organisationId, ctx.organisation.id),
        eq(identities.issuer, issuer),
        eq(identities.subject, subject),
      ),
    );
  if (row?.disabledAt) throw new RuleBroken("people.disabled");
  return row?.id ?? null;
}

async function firstSignIn(ctx: Context, tx: Tx, proven: ProvenIdentity): Promise<string> {
  if (!proven.email) throw new RuleBroken("people.noAddress");
  const email = proven.email.toLowerCase();
  const same = await personByAddress(ctx, tx, email, proven.issuer);
  if (same?.disabledAt && !same.isContact) throw new RuleBroken("people.disabled");
  if (same && (same.hasIdentity || proven.isEmailUnverified)) throw new RuleBroken("people.addressTaken");
  if (same?.isContact) await employ(ctx, tx, same.id, proven.name ?? email);
  const personId = same?.id ?? (await makePerson(ctx, tx, email, proven.name ?? email));
  const { issuer, subject } = proven;
  await tx.insert(identities).values({
    ...{ id: newId(), organisationId: ctx.organisation.id, personId, issuer, subject, createdAt: systemNow() },
  });
  await record(ctx, tx, same ? "people.identity_linked" : "people.made", { kind: "person", id: personId }, { issuer });
  return personId;
}

async function personByAddress(ctx: Context, tx: Tx, email: string, issuer: string) {
  const [row] = await tx
    .select({ id: persons.id, disabledAt: persons.disabledAt, isContact: persons.isContact })
    .from(persons)
    .where(and(eq(persons.organisationId, ctx.organisation.id), eq(persons.email, email)))
    .for("update");
  if (!row) return null;
  const [identity] = await tx
    .select({ id: identities.id })
    .from(identities)
    .where(
      and(
        eq(identities.organisationId, ctx.organisation.id),
        eq(identities.personId, row.id),
        eq(identities.issuer, issuer),
      ),
    );
  return { ...row, hasIdentity: identity !== undefined };
}

async function makePerson(ctx: Context, tx: Tx, email: string, name: string): Promise<string> {
  const [root] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.organisationId, ctx.organisation.id), isNull(units.parentId)))
    .limit(1);
  if (!root) throw new RuleBroken("people.noUnits");
  const ofOrganisation = { organisationId: ctx.organisation.id, unitId: root.id, createdAt: systemNow() };
  const person = { id: newId(), email, name, ...ofOrganisation };
  await tx.insert(persons).values(person);
  await makeStaff(ctx, tx, person.id, root.id);
  return person.id;
}

/** Who wrote to the desk before they were known here: the same person from now on, with their tickets. */
async function employ(ctx: Context, tx: Tx, personId: string, name: string): Promise<void> {
  const [person] = await tx
    .update(persons)
    .set({ isContact: false, disabledAt: null, name })
    .where(and(eq(persons.organisationId, ctx.organisation.id), eq(persons.id, personId)))
    .returning({ unitId: persons.unitId });
  if (person) await makeStaff(ctx, tx, personId, person.unitId);
}

async function makeStaff(ctx: Context, tx: Tx, personId: string, unitId: string): Promise<void> {
  await tx.insert(roleAssignments).values({
    ...{ id: newId(), organisationId: ctx.organisation.id, personId, unitId, createdAt: systemNow() },
    ...{ role: "staff", source: "administrator" },
  });
}
