import * as z from "zod";
import type { Context } from "@/lib/base/context";
import type { MessageKey } from "@/lib/base/language";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { cancelTicket } from "@/lib/tickets/cancel-ticket";
import { classifyTicket } from "@/lib/tickets/classify-ticket";
import { closeTicket } from "@/lib/tickets/close-ticket";
import { markDuplicate, mergeTicket } from "@/lib/tickets/merge-ticket";
import { pauseTicket } from "@/lib/tickets/pause-ticket";
import { reopenTicket } from "@/lib/tickets/reopen-ticket";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import { resumeTicket } from "@/lib/tickets/resume-ticket";
import {
  AssignTicket,
  ClassifyTicket,
  IntoTicket,
  PauseTicket,
  ResolveTicket,
  TransferTicket,
  WithReason,
  WriteComment,
} from "@/lib/tickets/schema";
import { transferTicket } from "@/lib/tickets/transfer-ticket";
import { unmergeTicket } from "@/lib/tickets/unmerge-ticket";
import { writeComment } from "@/lib/tickets/write-comment";
import { endpoint } from "../api";
import { InstantIn } from "../present/instant";
import { TicketAnswer } from "../present/ticket";
import { ByReference, referenceIn, versionOf } from "./by-reference";
import { ticketAfter } from "./tickets";

type On = { reference: string; version?: number };

/** An act on one ticket: takes If-Match and Idempotency-Key, and answers 201 with the ticket as it stands afterwards. */
function act<Body extends z.ZodObject | z.ZodPipe>(
  summary: MessageKey,
  body: Body,
  verb: (ctx: Context, input: z.output<Body> & On) => Promise<unknown>,
) {
  return endpoint({
    ...{ scope: "write", answer: TicketAnswer, status: 201, creates: true, versioned: true },
    ...{ params: ByReference, summary, body },
    run: async (ctx, { params, body: input, ifMatch }) => {
      const reference = referenceIn(params);
      await verb(ctx, { ...(input as z.output<Body> & object), reference, ...versionOf(ifMatch) });
      return ticketAfter(ctx, reference);
    },
  });
}

const nothing = z.strictObject({});

/** The other ticket is written with or without its hyphen, as in an address. */
const into = (verb: typeof mergeTicket) => (ctx: Context, input: IntoTicket & On) =>
  verb(ctx, { ...input, into: referenceIn({ reference: input.into }) });

export const postComment = act("api.operation.comment", WriteComment, writeComment);
export const postAssignment = act("api.operation.assign", AssignTicket, assignTicket);
export const postTransfer = act("api.operation.transfer", TransferTicket, transferTicket);
export const postPause = act("api.operation.pause", PauseTicket.safeExtend({ reviewAt: InstantIn }), pauseTicket);
export const postResumption = act("api.operation.resume", nothing, resumeTicket);
export const postResolution = act("api.operation.resolve", ResolveTicket, resolveTicket);
export const postReopening = act("api.operation.reopen", WithReason, reopenTicket);
export const postClassification = act("api.operation.classify", ClassifyTicket, classifyTicket);
export const postTicketCancellation = act("api.operation.cancelTicket", WithReason, cancelTicket);
export const postClosing = act("api.operation.closeTicket", nothing, closeTicket);
export const postMerge = act("api.operation.merge", IntoTicket, into(mergeTicket));
export const postDuplicate = act("api.operation.duplicate", IntoTicket, into(markDuplicate));
export const postSeparation = act("api.operation.unmerge", nothing, unmergeTicket);
