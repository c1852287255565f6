import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { persons, roleAssignments, units } from "@/db/schema/people";
import type { Role } from "@/db/words";
import { type Context, type Organisation, read } from "@/lib/base/context";
import { env } from "@/lib/base/env";
import { NotFound } from "@/lib/base/errors";
import { startSession } from "./start-session";

export type Persona = { personId: string; email: string; name: string; unitName: string; roles: Role[] };

/** The persons of a demo municipality whom anyone may sign in as; none anywhere else, and none at all without DEMO=1. */
export async function listPersonas(ctx: Context): Promise<Persona[]> {
  if (!mayPose(ctx.organisation)) return [];
  return read(ctx, (tx) =>
    tx
      .select({
        ...{ personId: persons.id, email: persons.email, name: persons.name, unitName: units.name },
        roles: sql<Role[]>`array_agg(distinct ${roleAssignments.role})`,
      })
      .from(persons)
      .innerJoin(units, eq(units.id, persons.unitId))
      .innerJoin(roleAssignments, eq(roleAssignments.personId, persons.id))
      .where(and(eq(persons.organisationId, ctx.organisation.id), isNull(persons.disabledAt)))
      .groupBy(persons.id, units.id)
      .orderBy(asc(persons.email))
      .limit(50),
  );
}

/** A session as someone of a demo municipality, without proof. NotFound everywhere else, as if it did not exist. */
export async function signInAsPersona(
  ctx: Context,
  { personId, userAgent }: { personId: string; userAgent?: string | undefined },
): Promise<{ token: string; expiresAt: Date }> {
  if (!mayPose(ctx.organisation)) throw new NotFound();
  return startSession(ctx, { personId, userAgent });
}

const mayPose = (organisation: Organisation) => env().DEMO && organisation.isDemo;
