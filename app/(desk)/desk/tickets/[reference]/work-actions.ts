"use server";

import * as z from "zod";
import { SpendTime, TickItem } from "@/lib/desk/schema";
import { spendTime, takeBackTime } from "@/lib/desk/spend-time";
import { tickItem } from "@/lib/desk/ticket-checklists";
import { linkTickets, unlinkTickets } from "@/lib/tickets/link-tickets";
import { markDuplicate, mergeTicket } from "@/lib/tickets/merge-ticket";
import { LinkTickets, SplitTicket } from "@/lib/tickets/schema";
import { splitTicket } from "@/lib/tickets/split-ticket";
import { unmergeTicket } from "@/lib/tickets/unmerge-ticket";
import { personAction } from "@/lib/web/action";
import { OnTicket, OnVersion, told } from "./on-ticket";

const Link = OnVersion.extend(LinkTickets.shape);
const Unlink = OnVersion.extend({ other: z.string() });
const Into = OnVersion.extend({ into: z.string().trim().min(1, "tickets.errors.other") });
const as = z.enum(["merged", "duplicate"], "deskTicket.errors.mergeAs");

export const linkAction = personAction(Link, linkTickets, told("linked", "#links"));

export const unlinkAction = personAction(Unlink, unlinkTickets, told("unlinked", "#links"));

export const mergeAction = personAction(
  Into.extend({ as }),
  (ctx, { as: how, ...input }) => (how === "merged" ? mergeTicket : markDuplicate)(ctx, input),
  told("merged"),
);

export const unmergeAction = personAction(OnVersion, unmergeTicket, told("unmerged"));

export const splitAction = personAction(OnVersion.extend(SplitTicket.shape), splitTicket, told("split"));

export const tickAction = personAction(TickItem, tickItem, told("ticked", "#checklists"));

export const spendTimeAction = personAction(SpendTime, spendTime, told("timed", "#time"));

export const takeBackTimeAction = personAction(OnTicket.extend({ id: z.uuid() }), takeBackTime, told("timed", "#time"));
