import { type SQL, sql } from "drizzle-orm";
import { persons, units } from "@/db/schema/people";
import type { TokenScope } from "@/db/words";
import type { Grant, Organisation, Person } from "@/lib/base/context";
import { localDate } from "@/lib/base/format";

export type PersonRow = {
  id: string;
  name: string;
  email: string;
  unitId: string;
  unitPath: string;
  grants: Grant[];
};

/**
 * The columns that make an actor, for a select from persons joined to units: one query a request, so that a role taken away is
 * gone on the next. A substitute holds the approver's grants between the two dates, both included, in the organisation's zone.
 */
export function actorColumns(organisation: Organisation, now: Date) {
  const today = localDate(now, organisation.timeZone);
  return {
    id: persons.id,
    name: persons.name,
    email: persons.email,
    unitId: persons.unitId,
    unitPath: units.path,
    grants: grantsOn(today),
  };
}

/** As an actor; with `scopes` when a token acts for the person. */
export function actorOf(row: PersonRow, authenticatedAt: Date | null, scopes?: TokenScope[]): Person {
  const { id, name, email, unitId, unitPath, grants } = row;
  const person: Person = { kind: "person", personId: id, name, email, unitId, unitPath, grants, authenticatedAt };
  return scopes ? { ...person, scopes } : person;
}

function grantsOn(today: string): SQL<Grant[]> {
  return sql<Grant[]>`coalesce((
    select json_agg(json_strip_nulls(json_build_object('role', held.role, 'unitPath', held.path, 'lentBy', held.lender))) from (
      select own.role, u.path, null::uuid as lender
        from role_assignments own join units u on u.id = own.unit_id
        where own.person_id = ${persons.id}
      union
      select lent.role, u.path, away.id
        from substitutes s
        join persons away on away.id = s.person_id and away.disabled_at is null
        join role_assignments lent on lent.person_id = away.id and lent.role = 'approver'
        join units u on u.id = lent.unit_id
        where s.substitute_id = ${persons.id} and ${today} between s.from_date and s.to_date
    ) held), '[]'::json)`;
}
