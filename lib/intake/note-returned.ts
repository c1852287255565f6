import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { letters } from "@/db/schema/history";
import { mailCanaries } from "@/db/schema/intake";
import type { Context } from "@/lib/base/context";
import type { Message } from "@/lib/mail";

/** Whether it is the canary that came home: by the Message-ID of our letter, which nobody else can know. */
export async function noteReturned(ctx: Context, tx: Tx, message: Message): Promise<boolean> {
  if (message.id === null) return false;
  const [canary] = await tx
    .select({ id: mailCanaries.id })
    .from(mailCanaries)
    .innerJoin(letters, eq(letters.id, mailCanaries.letterId))
    .where(and(eq(mailCanaries.organisationId, ctx.organisation.id), eq(letters.id, letterIdIn(message.id))));
  if (!canary) return false;
  await tx
    .update(mailCanaries)
    .set({ returnedAt: ctx.now })
    .where(and(eq(mailCanaries.id, canary.id), isNull(mailCanaries.returnedAt)));
  return true;
}

const none = "00000000-0000-0000-0000-000000000000";

/** `<letter>.letter@domain`. It may be home before the worker has written down that it was sent. */
const letterIdIn = (id: string): string =>
  /^<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.letter@/i.exec(id)?.[1] ?? none;
