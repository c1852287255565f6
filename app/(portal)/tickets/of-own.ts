import type { Context } from "@/lib/base/context";
import { getOwnTicket } from "@/lib/tickets/own-tickets";

/** The requester's page acts on the requester's tickets alone, also for an agent who could do more on the desk's. */
export function ofOwn<Input extends { reference: string }, T>(verb: (ctx: Context, input: Input) => Promise<T>) {
  return async (ctx: Context, input: Input): Promise<T> => {
    await getOwnTicket(ctx, input.reference);
    return verb(ctx, input);
  };
}
