import { and, eq, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { persons, units } from "@/db/schema/people";
import type { HoldReason } from "@/db/words";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid, NotAllowed } from "@/lib/base/errors";
import { may, requireMay } from "@/lib/base/may";
import { categoryOrThrow, unsorted } from "./categories";
import { tellOpened } from "./letters";
import { currentMatrix, priorityOf } from "./priority";
import { owningQueue } from "./queues";
import type { OpenTicket } from "./schema";
import { serviceClocks } from "./service-clocks";
import { writeTicket } from "./write-ticket";

/**
 * Opens a ticket by any channel: for oneself, or by an agent or the portal for the one who wrote, called or came. It begins in its
 * category's queue and line, and its three clocks start. `holdBecause`: why the one who wrote is not answered by letter. Invalid at `requester` and `category`; NotAllowed to open for another.
 */
export async function openTicket(
  ctx: Context,
  input: OpenTicket,
  { holdBecause }: { holdBecause?: HoldReason | undefined } = {},
): Promise<{ id: string; reference: string }> {
  requireMay(ctx, "ticket:open");
  return inTransaction(ctx, async (tx) => {
    const requester = await requesterOrThrow(ctx, tx, input);
    const category = await categoryOrThrow(ctx, tx, input.category ?? unsorted);
    const queue = await owningQueue(ctx, tx, category);
    const { impact, urgency } = input;
    const priority = priorityOf((await currentMatrix(ctx, tx)).matrix, { impact, urgency });
    const { clocks, ...main } = await serviceClocks(ctx, tx, category.serviceLevel, priority);
    const { type, title, description, channel } = input;
    const ticket = await writeTicket(
      ctx,
      tx,
      {
        ...{ type, title, description, channel, impact, urgency, priority, ...main },
        ...{ category: category.path, line: queue.line, queueId: queue.id },
        ...{ requesterId: requester.id, unitId: requester.unitId },
        isConfidential: category.isConfidential || requester.hasProtectedIdentity,
        ...{ deviceSerialNumber: input.device ?? null, printer: input.printer ?? null },
        ownership: input.ownership ?? null,
      },
      clocks,
    );
    await tellOpened(ctx, tx, ticket, holdBecause);
    return { id: ticket.id, reference: ticket.reference };
  });
}

/** Agents alone say that somebody called or came; who is outside their units is to them as nobody. */
async function requesterOrThrow(ctx: Context, tx: Tx, { requester, channel }: OpenTicket) {
  const me = ctx.actor.kind === "person" ? ctx.actor : null;
  const isForMe = me !== null && (requester === undefined || requester === me.email);
  const isSpoken = channel === "phone" || channel === "walk_in";
  if ((!isForMe || isSpoken) && !may(ctx.actor, "ticket:openForOthers")) throw new NotAllowed();
  const who = isForMe ? eq(persons.id, me.personId) : eq(persons.email, requester ?? "");
  const { id, unitId, hasProtectedIdentity } = persons;
  const [found] = await tx
    .select({ id, unitId, hasProtectedIdentity, unitPath: units.path })
    .from(persons)
    .innerJoin(units, eq(units.id, persons.unitId))
    .where(
      and(eq(persons.organisationId, ctx.organisation.id), or(isNull(persons.disabledAt), persons.isContact), who),
    );
  const isTheirs = found && (isForMe || may(ctx.actor, "ticket:openForOthers", { unitPath: found.unitPath }));
  if (!isTheirs) throw new Invalid([{ path: "requester", key: "tickets.errors.requester" }]);
  return found;
}
