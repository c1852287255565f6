import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "./client";
import { costCentres, organisations, persons, queues, roleAssignments, units } from "./schema";
import type { OrganisationSettings } from "./schema/organisations";
import type { Role, UnitKind } from "./words";

type Row<T extends { $inferSelect: unknown }> = T["$inferSelect"];
export type OrganisationRow = Row<typeof organisations>;
export type UnitRow = Row<typeof units>;
export type PersonRow = Row<typeof persons>;

/** An organisation; the transaction goes on inside it (row-level security). */
export async function makeOrganisation(
  tx: Tx,
  given: { slug: string; name?: string; isDemo?: boolean; at: Date; settings?: Partial<OrganisationSettings> },
): Promise<OrganisationRow> {
  const settings: OrganisationSettings = {
    approvalReminderWorkingDays: 2,
    mailFrom: `Serviceportalen <serviceportalen@${given.slug}.example>`,
    servicedesk: {
      phone: "0500-10 20 30",
      email: `servicedesk@${given.slug}.example`,
      place: "Stadshuset, plan 1",
      calendar: "servicedesk",
      dropIn: "drop-in",
    },
    ...given.settings,
  };
  const row = {
    id: randomUUID(),
    slug: given.slug,
    name: given.name ?? given.slug,
    timeZone: "Europe/Stockholm",
    hosts: [],
    isDemo: given.isDemo ?? false,
    settings,
    createdAt: given.at,
  };
  await tx.insert(organisations).values(row);
  await tx.execute(sql`select set_config('app.organisation', ${row.id}, true)`);
  return row;
}

/** A unit under `parent`; without one, the root of the tree. */
export async function makeUnit(
  tx: Tx,
  organisation: { id: string },
  given: { slug: string; name?: string; kind?: UnitKind; parent?: UnitRow; costCentres?: readonly string[] },
): Promise<UnitRow> {
  const row = {
    id: randomUUID(),
    organisationId: organisation.id,
    parentId: given.parent?.id ?? null,
    slug: given.slug,
    name: given.name ?? given.slug,
    kind: given.kind ?? (given.parent ? "unit" : "municipality"),
    path: `${given.parent?.path ?? "/"}${given.slug}/`,
  } as const;
  await tx.insert(units).values(row);
  const codes = (given.costCentres ?? []).map((code) => {
    return { id: randomUUID(), organisationId: organisation.id, unitId: row.id, code, name: `${row.name} ${code}` };
  });
  if (codes.length > 0) await tx.insert(costCentres).values(codes);
  return row;
}

/** A person of `unit`; each role holds within `roles[…]`'s unit. Everyone is staff of their own unit. */
export async function makePerson(
  tx: Tx,
  organisation: { id: string },
  given: { email: string; name: string; unit: UnitRow; roles?: readonly [Role, UnitRow][]; at: Date; account?: string },
): Promise<PersonRow> {
  const row: PersonRow = {
    id: randomUUID(),
    organisationId: organisation.id,
    email: given.email,
    name: given.name,
    account: given.account ?? given.email.split("@")[0] ?? null,
    phone: null,
    unitId: given.unit.id,
    language: "sv",
    hasProtectedIdentity: false,
    disabledAt: null,
    isContact: false,
    createdAt: given.at,
  };
  await tx.insert(persons).values(row);
  const grants: [Role, UnitRow][] = [["staff", given.unit], ...(given.roles ?? [])];
  await tx.insert(roleAssignments).values(
    grants.map(([role, unit]) => {
      return {
        id: randomUUID(),
        organisationId: organisation.id,
        personId: row.id,
        role,
        unitId: unit.id,
        source: "administrator" as const,
        createdAt: given.at,
      };
    }),
  );
  return row;
}

export async function makeQueue(
  tx: Tx,
  organisation: { id: string },
  given: { slug: string; name: string; line: 1 | 2 | 3; unit: UnitRow },
) {
  const { unit, ...words } = given;
  const row = { id: randomUUID(), organisationId: organisation.id, unitId: unit.id, ...words };
  await tx.insert(queues).values(row);
  return row;
}
