"use server";

import * as z from "zod";
import { routes } from "@/lib/base/routes";
import { cancelTicket } from "@/lib/tickets/cancel-ticket";
import { RateTicket, rateTicket } from "@/lib/tickets/rate-ticket";
import { reopenTicket } from "@/lib/tickets/reopen-ticket";
import { WithReason, WriteComment } from "@/lib/tickets/schema";
import { solvedByRequester } from "@/lib/tickets/solved-by-requester";
import { writeComment } from "@/lib/tickets/write-comment";
import { personAction } from "@/lib/web/action";
import { ofOwn } from "./of-own";

const OfTicket = z.object({ reference: z.string() });
const Reply = WriteComment.pick({ body: true }).extend(OfTicket.shape);
const Solved = OfTicket.extend({ line: z.string().max(5000, "tickets.errors.bodyLong").optional() });

/** Leads to where it then stands: after closing, that is a new ticket. */
export const replyAction = personAction(
  Reply,
  ofOwn((ctx, input) => writeComment(ctx, { ...input, visibility: "public" })),
  { goTo: ({ writtenTo, id }) => `${routes.ticket(writtenTo)}#${id}` },
);

export const reopenAction = personAction(WithReason.extend(OfTicket.shape), ofOwn(reopenTicket), {
  goTo: (_, { reference }) => routes.ticket(reference),
});

export const solvedAction = personAction(Solved, ofOwn(solvedByRequester), {
  goTo: (_, { reference }) => routes.ticket(reference),
});

export const cancelTicketAction = personAction(WithReason.extend(OfTicket.shape), ofOwn(cancelTicket), {
  goTo: (_, { reference }) => routes.ticket(reference),
});

export const rateAction = personAction(RateTicket.extend(OfTicket.shape), ofOwn(rateTicket));
