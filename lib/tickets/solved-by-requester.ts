import { type Context, inTransaction } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { closeTicket } from "./close-ticket";
import { type OnTicket, ticketToMove } from "./internal";
import { resolveTicket } from "./resolve-ticket";
import { isOpen } from "./status";

/** "Det löste sig": resolved as by the requester and closed in one; what is resolved already is closed, for they are content. */
export async function solvedByRequester(ctx: Context, input: OnTicket & { line?: string | undefined }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const within = { ...ctx, tx };
    const { reference } = input;
    const { status } = await ticketToMove(ctx, tx, input, "ticket:rate", "solve");
    const line = input.line?.trim();
    const resolution = line && line.length >= 3 ? line : translator(ctx.language)("words.resolutionCode.by_requester");
    if (isOpen(status)) await resolveTicket(within, { reference, resolution, code: "by_requester" });
    await closeTicket(within, { reference });
  });
}
