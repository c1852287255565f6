"use server";

import { z } from "zod";
import { routes } from "@/lib/base/routes";
import { decideApproval } from "@/lib/orders/decide-approval";
import { DecideApproval } from "@/lib/orders/schema";
import { personAction } from "@/lib/web/action";

const Decide = DecideApproval.safeExtend({ reference: z.string() });

/** A reason that was typed before the choice fell on "Godkänn" is hidden on the page, and so not part of the decision. */
export const decideApprovalAction = personAction(
  Decide,
  (ctx, { reason, ...input }) => {
    const isDeclined = input.decision === "declined" && reason !== undefined;
    return decideApproval(ctx, { ...input, ...(isDeclined ? { reason } : {}) });
  },
  { goTo: (_, { reference }) => routes.approval(reference) },
);
