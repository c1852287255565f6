"use server";

import * as z from "zod";
import { routes } from "@/lib/base/routes";
import { decideApproval } from "@/lib/orders/decide-approval";
import { DecideApproval } from "@/lib/orders/schema";
import { appointSubstitute } from "@/lib/people/appoint-substitute";
import { endSubstitute } from "@/lib/people/end-substitute";
import { AppointSubstitute, EndSubstitute } from "@/lib/people/schema";
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

/** Back to where the new one is seen: the administrator's are on the page of the form. */
export const appointSubstituteAction = personAction(AppointSubstitute, appointSubstitute, {
  goTo: (_, { person }) => (person ? routes.substitutes() : routes.approvals()),
});

export const endSubstituteAction = personAction(EndSubstitute, endSubstitute);
