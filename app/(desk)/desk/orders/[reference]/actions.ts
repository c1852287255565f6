"use server";

import * as z from "zod";
import { routes } from "@/lib/base/routes";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { CancelOrder, CompleteByHand, Preconfigure } from "@/lib/orders/schema";
import { completeByHand, preconfigureLine, retryTask } from "@/lib/orders/work-on-task";
import { PauseUntilDay, pauseUntilDay } from "@/lib/tickets/pause-until-day";
import { resumeTicket } from "@/lib/tickets/resume-ticket";
import { WriteComment } from "@/lib/tickets/schema";
import { writeComment } from "@/lib/tickets/write-comment";
import { personAction } from "@/lib/web/action";
import type { Done } from "./done";

const OnOrder = z.object({ reference: z.string() });
const OnTask = OnOrder.extend({ taskId: z.string() });
const Words = OnOrder.extend({ body: WriteComment.shape.body });

/** Back to the order, which says what was done. */
const told = (done: Done) => ({
  goTo: (_: unknown, { reference }: { reference: string }) => `${routes.deskOrder(reference)}?done=${done}`,
});

export const retryTaskAction = personAction(OnTask, retryTask, told("retried"));

export const completeByHandAction = personAction(OnTask.extend(CompleteByHand.shape), completeByHand, told("byHand"));

export const preconfigureAction = personAction(
  OnTask.extend(Preconfigure.shape),
  preconfigureLine,
  told("preconfigured"),
);

export const pauseAction = personAction(PauseUntilDay, pauseUntilDay, told("paused"));

export const resumeAction = personAction(OnOrder, resumeTicket, told("resumed"));

export const cancelAction = personAction(OnOrder.extend(CancelOrder.shape), cancelOrder, told("cancelled"));

export const sendMessageAction = personAction(
  Words,
  (ctx, input) => writeComment(ctx, { ...input, visibility: "public" }),
  told("message"),
);

export const saveNoteAction = personAction(
  Words,
  (ctx, input) => writeComment(ctx, { ...input, visibility: "internal" }),
  told("note"),
);
