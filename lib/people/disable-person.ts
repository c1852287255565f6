import { and, eq, isNull } from "drizzle-orm";
import { apiTokens, persons, sessions } from "@/db/schema/people";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict, NotFound } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { unitPathOfPerson } from "./internal";
import type { DisablePerson } from "./schema";

/** Shuts a person out on the next request: sessions end, tokens are taken back. Conflict when they were disabled already. */
export async function disablePerson(ctx: Context, { personId }: DisablePerson): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const unitPath = await unitPathOfPerson(ctx, tx, personId);
    if (!unitPath) throw new NotFound("people.noSuchPerson");
    requireMay(ctx, "person:edit", { unitPath });
    const mine = (table: typeof sessions | typeof apiTokens) =>
      and(eq(table.organisationId, ctx.organisation.id), eq(table.personId, personId));
    const [disabled] = await tx
      .update(persons)
      .set({ disabledAt: systemNow() })
      .where(and(eq(persons.organisationId, ctx.organisation.id), eq(persons.id, personId), isNull(persons.disabledAt)))
      .returning({ id: persons.id });
    if (!disabled) throw new Conflict();
    await tx
      .update(sessions)
      .set({ endedAt: systemNow() })
      .where(and(mine(sessions), isNull(sessions.endedAt)));
    await tx
      .update(apiTokens)
      .set({ revokedAt: systemNow() })
      .where(and(mine(apiTokens), isNull(apiTokens.revokedAt)));
    await record(ctx, tx, "people.disabled", { kind: "person", id: personId });
  });
}
