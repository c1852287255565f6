import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { persons, units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { requireMay, unitPathsFor } from "@/lib/base/may";
import { readReference } from "@/lib/base/reference";
import { keepsSecrets, readable } from "@/lib/tickets/visibility";

export type FoundPerson = {
  personId: string;
  name: string;
  email: string;
  account: string | null;
  phone: string | null;
  unit: string;
};

const atMost = 8;
const shortest = 2;

/**
 * Who calls, by name, account, e-mail, phone, the serial number of what they were handed, or the reference of what they ask about.
 * For those who register for others. A protected identity is found only by those who work a confidential queue.
 */
export function findPersons(ctx: Context, q: string): Promise<FoundPerson[]> {
  requireMay(ctx, "ticket:openForOthers");
  const typed = q.trim().replace(/\s+/g, " ");
  if (typed.length < shortest) return Promise.resolve([]);
  const { id: personId, name, email, account, phone } = persons;
  return read(ctx, (tx) =>
    tx
      .select({ personId, name, email, account, phone, unit: units.name })
      .from(persons)
      .innerJoin(units, eq(units.id, persons.unitId))
      .where(and(mayBeFound(ctx), or(...named(typed), ...bySerialNumber(ctx, typed), ...byReference(ctx, typed))))
      .orderBy(asc(name), asc(email))
      .limit(atMost),
  );
}

/** The same rule for a person whose page is asked for by id; null where there is none that one may find. */
export async function findPerson(ctx: Context, personId: string): Promise<FoundPerson | null> {
  requireMay(ctx, "ticket:openForOthers");
  const { id, name, email, account, phone } = persons;
  const [found] = await read(ctx, (tx) =>
    tx
      .select({ personId: id, name, email, account, phone, unit: units.name })
      .from(persons)
      .innerJoin(units, eq(units.id, persons.unitId))
      .where(and(mayBeFound(ctx), eq(id, personId))),
  );
  return found ?? null;
}

function mayBeFound(ctx: Context): SQL | undefined {
  return and(
    eq(persons.organisationId, ctx.organisation.id),
    isNull(persons.disabledAt),
    or(eq(persons.hasProtectedIdentity, false), keepsSecrets(ctx)),
  );
}

const literally = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** Every word begins a word of the name; or the account, the address or the number begins so. å, ä and ö are letters of their own. */
function named(typed: string): (SQL | undefined)[] {
  const words = typed.split(" ").map((word) => {
    const begins = `${literally(word)}%`;
    return sql`(${persons.name} ilike ${begins} or ${persons.name} ilike ${`% ${begins}`} or ${persons.name} ilike ${`%-${begins}`})`;
  });
  const begins = `${literally(typed)}%`;
  const digits = typed.replace(/\D/g, "").replace(/^(0046|46)/, "0");
  const isNumber = digits.length >= 4 && /^[\d\s+()-]+$/.test(typed);
  return [
    and(...words),
    sql`${persons.account} ilike ${begins}`,
    sql`${persons.email} ilike ${begins}`,
    isNumber
      ? sql`regexp_replace(regexp_replace(${persons.phone}, '\\D', '', 'g'), '^(0046|46)', '0') like ${`${digits}%`}`
      : undefined,
  ];
}

/** Whoever got it, or ordered it for a unit. */
function bySerialNumber(ctx: Context, typed: string): SQL[] {
  const serial = typed.replace(/\s/g, "").toUpperCase();
  const paths = unitPathsFor(ctx.actor, "order:read");
  if (!/^[A-Z0-9]{6,20}$/.test(serial) || !/\d/.test(serial) || paths.length === 0) return [];
  return [
    sql`${persons.id} in (select coalesce(l.recipient_id, o.requester_id) from order_lines l join orders o on o.id = l.order_id
      where l.organisation_id = ${ctx.organisation.id} and l.serial_number = ${serial} and l.status not in ('cancelled', 'declined'))`,
  ];
}

/** The number of an order is that of its ticket. What is hidden finds nobody. */
function byReference(ctx: Context, typed: string): SQL[] {
  const reference = readReference(typed);
  if (!reference.ok) return [];
  const asked = sql`(select ${tickets.requesterId} from ${tickets} join ${units} on ${units.id} = ${tickets.unitId}
    where ${tickets.reference} = ${reference.reference} and (${readable(ctx) ?? sql`true`}))`;
  return [inArray(persons.id, asked)];
}
