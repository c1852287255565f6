import { type Context, inTransaction } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";
import { writeAnswer } from "./answer-followers";
import { changeDisruption, ongoingToChange, say, write } from "./internal";
import { storeNextSweep } from "./next-sweep";
import type { EndDisruption } from "./schema";

/** It works again: what it was. The banner says so for a while, and everyone who follows is told if that is asked for. Ends once. */
export async function endDisruption(ctx: Context, input: EndDisruption): Promise<{ id: string }> {
  requireMay(ctx, "disruption:work");
  return inTransaction(ctx, async (tx) => {
    const { id } = await ongoingToChange(ctx, tx, input);
    const { text, key } = input;
    if (input.tellsFollowers) await writeAnswer(ctx, tx, { id, text, key, resolvesTickets: false });
    await changeDisruption(tx, { id }, { endedAt: ctx.now, nextUpdateAt: null });
    await say(ctx, tx, id, "ended", text);
    await storeNextSweep(tx, id);
    await write(ctx, tx, id, "disruptions.ended", { text: text.sv, toldFollowers: input.tellsFollowers });
    return { id };
  });
}
