import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema/people";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { may, personOf } from "@/lib/base/may";
import { record } from "@/lib/history/record";

/** Ends a session at once: one's own, or anyone's for an administrator. NotFound for others' and for one that has ended. */
export async function endSession(ctx: Context, { sessionId }: { sessionId: string }): Promise<void> {
  const { personId } = personOf(ctx);
  const isOwn = may(ctx.actor, "person:edit") ? undefined : eq(sessions.personId, personId);
  return inTransaction(ctx, async (tx) => {
    const [ended] = await tx
      .update(sessions)
      .set({ endedAt: systemNow() })
      .where(
        and(
          eq(sessions.organisationId, ctx.organisation.id),
          eq(sessions.id, sessionId),
          isNull(sessions.endedAt),
          isOwn,
        ),
      )
      .returning({ id: sessions.id });
    if (!ended) throw new NotFound("people.noSuchSession");
    await record(ctx, tx, "people.signed_out", { kind: "session", id: ended.id });
  });
}
