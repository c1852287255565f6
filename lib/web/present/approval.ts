import * as z from "zod";
import { decisions } from "@/db/words";
import type { Context } from "@/lib/base/context";
import type { OrderView } from "@/lib/orders/queries";
import { Instant, shownInstant, shownInstantOrNull } from "./instant";

const ChangeAnswer = z.object({ field: z.string(), from: z.string(), to: z.string() });

/** `contentHash` may be sent with the decision: then a change since it was read is refused. */
export const ApprovalAnswer = z
  .object({
    round: z.int(),
    contentHash: z.string(),
    requestedAt: Instant,
    decision: z.enum(decisions).nullable(),
    reason: z.string().nullable(),
    decidedAt: Instant.nullable(),
    decidedBy: z.string().nullable(),
    isSuperseded: z.boolean(),
    changes: z.array(ChangeAnswer),
  })
  .meta({ id: "Approval" });

export function presentApproval(ctx: Context, round: OrderView["approvals"][number]): z.output<typeof ApprovalAnswer> {
  const { contentHash, decision, reason, decidedBy, changes } = round;
  return {
    ...{ round: round.round, contentHash, requestedAt: shownInstant(ctx, round.requestedAt), decision, reason },
    decidedAt: shownInstantOrNull(ctx, round.decidedAt),
    ...{ decidedBy, isSuperseded: round.supersededAt !== null, changes },
  };
}
