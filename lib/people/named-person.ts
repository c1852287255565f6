import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { persons } from "@/db/schema/people";
import type { Context } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";

type Named = { id: string; name: string };

/**
 * The one active person of the organisation with this e-mail address or full name, in any case. Invalid at `field` when there is
 * nobody, or when several have the name. Whoever's identity is protected is found by address alone.
 */
export async function personNamed(ctx: Context, tx: Tx, field: string, typed: string): Promise<Named> {
  const text = typed.trim().replace(/\s+/g, " ").toLowerCase();
  const isThem = text.includes("@")
    ? eq(persons.email, text)
    : and(sql`lower(${persons.name}) = ${text}`, eq(persons.hasProtectedIdentity, false));
  const found = await tx
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .where(and(eq(persons.organisationId, ctx.organisation.id), isNull(persons.disabledAt), isThem))
    .limit(2);
  const [only, another] = found;
  if (!only) throw new Invalid([{ path: field, key: "people.substitutes.errors.unknown" }]);
  if (another) throw new Invalid([{ path: field, key: "people.substitutes.errors.several" }]);
  return only;
}
