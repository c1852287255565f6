import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { queueMembers } from "@/db/schema/desk";
import { type Context, read } from "@/lib/base/context";
import { NotAllowed } from "@/lib/base/errors";
import { personOf, unitPathsFor } from "@/lib/base/may";

/** Whoever works tickets: by a role anywhere, or as a member of a queue whatever their roles (B3). */
export async function worksDesk(ctx: Context): Promise<boolean> {
  if (ctx.actor.kind !== "person") return false;
  if (unitPathsFor(ctx.actor, "ticket:work").length > 0) return true;
  const { personId } = ctx.actor;
  const [found] = await read(ctx, (tx) =>
    tx.select({ n: sql`1` }).from(queueMembers).where(eq(queueMembers.personId, personId)).limit(1),
  );
  return found !== undefined;
}

/** The person, where they work tickets; NotAllowed for everyone else. */
export async function requireDesk(ctx: Context, tx: Tx): Promise<{ personId: string }> {
  const { personId } = personOf(ctx);
  if (!(await worksDesk({ ...ctx, tx }))) throw new NotAllowed();
  return { personId };
}
