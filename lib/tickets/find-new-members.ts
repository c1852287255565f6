import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { persons, units } from "@/db/schema/people";
import { type Context, read } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";

export type NewMember = { personId: string; name: string; email: string; unit: string };

const atMost = 8;
const shortest = 2;

/**
 * Whom a queue could be given to, by the beginning of a name, the account or the e-mail address: eight at most, those who work it
 * already left out. A protected identity is not found by parts of a name, only by the whole address.
 */
export function findNewMembers(ctx: Context, queueId: string, q: string): Promise<NewMember[]> {
  requireMay(ctx, "desk:edit");
  const typed = q.trim().replace(/\s+/g, " ");
  if (typed.length < shortest) return Promise.resolve([]);
  const { id: personId, name, email, account } = persons;
  const begins = `${typed.replace(/[\\%_]/g, "\\$&")}%`;
  const isNamed = or(
    ...[sql`${name} ilike ${begins}`, sql`${name} ilike ${`% ${begins}`}`],
    ...[sql`${account} ilike ${begins}`, sql`${email} ilike ${begins}`],
  );
  const isShown = or(eq(persons.hasProtectedIdentity, false), eq(email, typed.toLowerCase()));
  const worksIt = sql`exists (select 1 from queue_members m where m.person_id = ${personId} and m.queue_id = ${queueId})`;
  return read(ctx, (tx) =>
    tx
      .select({ personId, name, email, unit: units.name })
      .from(persons)
      .innerJoin(units, eq(units.id, persons.unitId))
      .where(
        and(
          ...[eq(persons.organisationId, ctx.organisation.id), isNull(persons.disabledAt)],
          ...[isNamed, isShown, sql`not ${worksIt}`],
        ),
      )
      .orderBy(asc(name), asc(email))
      .limit(atMost),
  );
}
