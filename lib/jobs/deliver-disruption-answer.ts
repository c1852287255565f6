import type { Context } from "@/lib/base/context";
import { DomainError } from "@/lib/base/errors";
import { deliverAnswer, skipDelivery, undelivered } from "@/lib/disruptions/deliver-answer";

/** Everyone whom an answer concerns, one by one: what the rules or the rights forbid for one holds nobody else up. */
export async function deliverDisruptionAnswer(ctx: Context, answerId: string): Promise<void> {
  for (const id of await undelivered(ctx, answerId)) {
    try {
      await deliverAnswer(ctx, id);
    } catch (fault) {
      if (!(fault instanceof DomainError)) throw fault;
      await skipDelivery(ctx, id, fault.key);
    }
  }
}
