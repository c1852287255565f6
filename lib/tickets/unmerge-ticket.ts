import { and, eq, isNull } from "drizzle-orm";
import { ticketLinks } from "@/db/schema/desk";
import { type Context, inTransaction } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { record } from "@/lib/history/record";
import { type OnTicket, ticketToMove } from "./internal";
import { goesOnIn } from "./links";
import { setGoing } from "./reopen-ticket";

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
    await record(ctx, tx, "tickets.unmerged", { kind: "ticket", id: ticket.reference }, { from: into.reference });
    await record(ctx, tx, "tickets.unmerged", { kind: "ticket", id: into.reference }, { gave: ticket.reference });
  });
}
