import * as z from "zod";
import { pauseTicket } from "@/lib/tickets/pause-ticket";
import { resumeTicket } from "@/lib/tickets/resume-ticket";
import { PauseTicket, WriteComment } from "@/lib/tickets/schema";
import { writeComment } from "@/lib/tickets/write-comment";
import { endpoint } from "../api";
import { InstantIn } from "../present/instant";
import { TicketAnswer } from "../present/ticket";
import { ByReference, referenceIn, versionOf } from "./by-reference";
import { ticketNow } from "./tickets";

/** What every act on a ticket has in common: it answers 201 with the ticket as it stands afterwards. */
const act = { scope: "write", answer: TicketAnswer, status: 201, creates: true, versioned: true } as const;

export const postComment = endpoint({
  ...act,
  params: ByReference,
  summary: "api.operation.comment",
  body: WriteComment,
  run: async (ctx, { params, body, ifMatch }) => {
    const reference = referenceIn(params);
    await writeComment(ctx, { ...body, reference, ...versionOf(ifMatch) });
    return ticketNow(ctx, reference);
  },
});

export const postPause = endpoint({
  ...act,
  params: ByReference,
  summary: "api.operation.pause",
  body: PauseTicket.safeExtend({ reviewAt: InstantIn }),
  run: async (ctx, { params, body, ifMatch }) => {
    const reference = referenceIn(params);
    await pauseTicket(ctx, { ...body, reference, ...versionOf(ifMatch) });
    return ticketNow(ctx, reference);
  },
});

export const postResumption = endpoint({
  ...act,
  params: ByReference,
  summary: "api.operation.resume",
  body: z.object({}),
  run: async (ctx, { params, ifMatch }) => {
    const reference = referenceIn(params);
    await resumeTicket(ctx, { reference, ...versionOf(ifMatch) });
    return ticketNow(ctx, reference);
  },
});
