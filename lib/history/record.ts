import type { Tx } from "@/db/client";
import { history } from "@/db/schema/history";
import type { Context } from "@/lib/base/context";

export type HistoryObject = { kind: string; id: string };

/**
 * Writes who did what, in the same transaction as the change: if it cannot be written, the change is not made. `event` is
 * "room.verb"; `detail` holds what changed, never a secret.
 */
export async function record(
  ctx: Context,
  tx: Tx,
  event: `${string}.${string}`,
  object: HistoryObject,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { actor } = ctx;
  await tx.insert(history).values({
    organisationId: ctx.organisation.id,
    at: ctx.now,
    actorId: actor.kind === "person" ? actor.personId : null,
    actorName: actor.kind === "person" ? actor.name : actor.kind,
    event,
    objectKind: object.kind,
    objectId: object.id,
    detail,
    request: ctx.request,
  });
}
