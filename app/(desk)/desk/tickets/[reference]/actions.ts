"use server";

import * as z from "zod";
import { handOverTicket } from "@/lib/desk/hand-over-ticket";
import { HandOver } from "@/lib/desk/schema";
import { undoLastAct } from "@/lib/desk/undo-last-act";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { cancelTicket } from "@/lib/tickets/cancel-ticket";
import { classifyTicket } from "@/lib/tickets/classify-ticket";
import { PauseUntilDay, pauseUntilDay } from "@/lib/tickets/pause-until-day";
import { reopenTicket } from "@/lib/tickets/reopen-ticket";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import { resumeTicket } from "@/lib/tickets/resume-ticket";
import { AssignTicket, ClassifyTicket, ResolveTicket, WithReason } from "@/lib/tickets/schema";
import { personAction } from "@/lib/web/action";
import { OnVersion, ResolutionCode, told } from "./on-ticket";

/** Nobody is an answer; nothing chosen is none. */
const Chosen = z.email("deskTicket.assign.missing").nullable().pipe(AssignTicket.shape.assignee);
const Assign = OnVersion.extend({ assignee: z.preprocess((to) => (to === "nobody" ? null : to), Chosen) });
const Resolve = OnVersion.extend({ ...ResolveTicket.shape, code: ResolutionCode });
const Pause = PauseUntilDay.safeExtend({ version: OnVersion.shape.version });
const Why = OnVersion.extend(WithReason.shape);

export const assignAction = personAction(Assign, assignTicket, told("assigned"));

export const transferAction = personAction(HandOver, handOverTicket, told("transferred"));

export const pauseAction = personAction(Pause, pauseUntilDay, told("paused"));

export const resumeAction = personAction(OnVersion, resumeTicket, told("resumed"));

export const classifyAction = personAction(OnVersion.extend(ClassifyTicket.shape), classifyTicket, told("classified"));

export const resolveAction = personAction(Resolve, resolveTicket, told("resolved"));

export const reopenAction = personAction(Why, reopenTicket, told("reopened"));

export const cancelAction = personAction(Why, cancelTicket, told("cancelled"));

export const undoAction = personAction(OnVersion.pick({ reference: true }), undoLastAct, told("undone"));
