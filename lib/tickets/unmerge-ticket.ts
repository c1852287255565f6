import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ticketLinks } from "@/db/schema/desk";
import type { TicketStatus } from "@/db/words";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { moveClock, openPause, readClock } from "./clock";
import { type OnTicket, type Ticket, ticketToMove, touch } from "./internal";
import { goesOnIn } from "./links";
import { setGoing } from "./reopen-ticket";
import { moves } from "./status";

const undoDays = 30;
const dayMs = 86_400_000;

/** Takes a merge, or a duplicate, back within 30 days: the ticket goes on by itself where it stopped, its clocks with it. */
export async function unmergeTicket(ctx: Context, input: OnTicket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await ticketToMove(ctx, tx, input, "ticket:work", "unmerge");
    const into = await goesOnIn(tx, ticket);
    if (!into) throw new RuleBroken("tickets.notMerged");
    if (ctx.now.getTime() > into.at.getTime() + undoDays * dayMs) throw new RuleBroken("tickets.mergedTooLongAgo");
    await tx
      .update(ticketLinks)
      .set({ undoneAt: ctx.now })
      .where(and(eq(ticketLinks.id, into.linkId), isNull(ticketLinks.undoneAt)));
    await setGoing(ctx, tx, ticket);
    await asItWas(ctx, tx, ticket, into.statusBefore);
    await record(ctx, tx, "tickets.unmerged", { kind: "ticket", id: ticket.reference }, { from: into.reference });
    await record(ctx, tx, "tickets.unmerged", { kind: "ticket", id: into.reference }, { gave: ticket.reference });
  });
}

/** New again where nobody had begun; waiting again for what it waited for, unless the day of review has passed meanwhile. */
async function asItWas(ctx: Context, tx: Tx, ticket: Ticket, before: TicketStatus | null): Promise<void> {
  if (before === "new") await touch(tx, ticket, { status: "new" });
  if (before !== "paused") return;
  const { events } = await readClock(ctx, tx, ticket);
  const wait = openPause(
    events.slice(
      0,
      events.findLastIndex(({ kind }) => kind === "cancelled"),
    ),
  );
  if (!wait?.reviewAt || wait.reviewAt <= ctx.now) return;
  const { reason, waitingFor, reviewAt, supplier, supplierReference, promisedOn } = wait;
  const same = { reason, waitingFor, reviewAt, supplier, supplierReference, promisedOn };
  await moveClock(ctx, tx, ticket, { kind: "paused", ...same }, { status: moves.pause.to });
}
