import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";
import { translator } from "@/lib/base/language";
import { requireMay } from "@/lib/base/may";
import { findPersonByEmail } from "@/lib/people/queries";
import { openTicket } from "@/lib/tickets/open-ticket";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import type { RegisterContact } from "./schema";

export type Registered = { reference: string; isOutsideScope: boolean };

/**
 * Registers a call or a visit for whoever called or came. What concerns a private device or computer is answered kindly at once, in
 * the person's own language, with what does work there (B2, B6): resolved as not supported, which is what counts it. Invalid at
 * `requester` where nobody has that address.
 */
export async function registerContact(ctx: Context, input: RegisterContact): Promise<Registered> {
  requireMay(ctx, "ticket:openForOthers");
  return inTransaction(ctx, async (tx) => {
    const within = { ...ctx, tx };
    const requester = await findPersonByEmail(within, input.requester);
    if (!requester || requester.isDisabled)
      throw new Invalid([{ path: "requester", key: "register.errors.requester" }]);
    const { reference } = await openTicket(within, input);
    if (input.ownership === "municipal") return { reference, isOutsideScope: false };
    const resolution = translator(requester.language)(`register.scope.answer.${input.ownership}`);
    await resolveTicket(within, { reference, resolution, code: "not_supported" });
    return { reference, isOutsideScope: true };
  });
}
