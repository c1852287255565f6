import { and, eq, isNull } from "drizzle-orm";
import { persons, units } from "@/db/schema/people";
import type { Language } from "@/db/words";
import { now, systemNow } from "@/lib/base/clock";
import { type Context, type Organisation, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { actorColumns, actorOf } from "./actor";
import { listOrganisations } from "./organisations";

/** A context in which nobody is known yet: sign-in, public pages. */
export function anonymousContext(organisation: Organisation, request: string, language: Language = "sv"): Context {
  return { organisation, actor: { kind: "anonymous" }, now: now(), language, request };
}

/**
 * A context in which this person acts, as if just signed in: for commands run by whoever runs the portal, never for requests. The
 * person is looked for in every organisation, or in the one given. NotFound when unknown or disabled.
 */
export async function contextOfPerson(email: string, request: string, within?: string): Promise<Context> {
  for (const organisation of await listOrganisations()) {
    if (within && organisation.slug !== within) continue;
    const ctx = anonymousContext(organisation, request);
    const [row] = await read(ctx, (tx) =>
      tx
        .select({ person: actorColumns(organisation, ctx.now), language: persons.language })
        .from(persons)
        .innerJoin(units, eq(units.id, persons.unitId))
        .where(
          and(
            eq(persons.organisationId, organisation.id),
            eq(persons.email, email.trim().toLowerCase()),
            isNull(persons.disabledAt),
          ),
        ),
    );
    if (row) return { ...ctx, actor: actorOf(row.person, systemNow()), language: row.language };
  }
  throw new NotFound("people.noSuchPerson");
}
