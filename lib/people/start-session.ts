import { and, eq, isNull } from "drizzle-orm";
import { persons, sessions, units } from "@/db/schema/people";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { hashOf, newId, newSecret } from "@/lib/base/ids";
import { record } from "@/lib/history/record";
import { actorColumns, actorOf } from "./actor";
import { absoluteMs } from "./session-lifetime";

export type StartSession = { personId: string; authenticatedAt?: Date; userAgent?: string | undefined };

/**
 * A new session with a token of its own, after someone has proved who they are: only sign-in calls it. The token is
 * `<organisation slug>.<secret>`; its hash is kept. NotFound when the person is disabled or of another organisation.
 */
export async function startSession(ctx: Context, input: StartSession): Promise<{ token: string; expiresAt: Date }> {
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx
      .select(actorColumns(ctx.organisation, ctx.now))
      .from(persons)
      .innerJoin(units, eq(units.id, persons.unitId))
      .where(
        and(
          eq(persons.organisationId, ctx.organisation.id),
          eq(persons.id, input.personId),
          isNull(persons.disabledAt),
        ),
      );
    if (!row) throw new NotFound("people.noSuchPerson");
    const at = systemNow();
    const token = `${ctx.organisation.slug}.${newSecret()}`;
    const session = {
      id: newId(),
      organisationId: ctx.organisation.id,
      personId: row.id,
      tokenHash: hashOf(token),
      createdAt: at,
      authenticatedAt: input.authenticatedAt ?? at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + absoluteMs),
      userAgent: input.userAgent?.slice(0, 300) ?? null,
    };
    await tx.insert(sessions).values(session);
    const person = actorOf(row, session.authenticatedAt);
    await record({ ...ctx, actor: person }, tx, "people.signed_in", { kind: "session", id: session.id });
    return { token, expiresAt: session.expiresAt };
  });
}
