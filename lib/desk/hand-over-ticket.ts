import { type Context, inTransaction } from "@/lib/base/context";
import { queueNamed } from "@/lib/tickets/queues";
import { transferTicket } from "@/lib/tickets/transfer-ticket";
import type { HandOver } from "./schema";

/** transferTicket, the line told by the queue. */
export async function handOverTicket(ctx: Context, input: HandOver): Promise<void> {
  const { reference, version, queue, reason, known, tried, asked } = input;
  await inTransaction(ctx, async (tx) => {
    const { line } = await queueNamed(ctx, tx, queue);
    const on = { reference, ...(version === undefined ? {} : { version }) };
    await transferTicket({ ...ctx, tx }, { ...on, line, queue, reason, note: { known, tried, asked } });
  });
}
