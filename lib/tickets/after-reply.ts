import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tickets } from "@/db/schema/tickets";
import type { Context } from "@/lib/base/context";
import { record } from "@/lib/history/record";
import { isThanksOnly } from "@/lib/mail";
import { serviceLevelOf } from "./categories";
import { moveClock, openPause, readClock } from "./clock";
import { type Ticket, ticketOrThrow, touch } from "./internal";
import { link, repliesGoTo } from "./links";
import { owningQueue } from "./queues";
import { reopenTicket } from "./reopen-ticket";
import { serviceClocks } from "./service-clocks";
import { isOpen, moves } from "./status";
import { writeTicket } from "./write-ticket";

/** filed: nothing followed · responded · resumed · reopened · linked: a new ticket was opened · redirected: it stands in another. */
export type ReplyOutcome = "filed" | "responded" | "resumed" | "reopened" | "linked" | "redirected";

/** `isThanks`: what a mail says was judged whole, with its signature and attachments; without it the words alone tell. */
type Reply = { body: string; by: "requester" | "agent"; isAutomatic?: boolean; isThanks?: boolean };
type After = { outcome: ReplyOutcome; writtenTo: string };
type Elsewhere = { from: Ticket; into: { reference: string; requesterId: string }; reply: Reply };

/** What follows from a public reply. An order's ticket ends with its order alone: a reply only lets it go on when it waits for the requester. */
export async function afterReply(ctx: Context, tx: Tx, ticket: Ticket, reply: Reply): Promise<After> {
  const here = (outcome: ReplyOutcome): After => ({ outcome, writtenTo: ticket.reference });
  const into = await repliesGoTo(tx, ticket);
  if (into) return elsewhere(ctx, tx, { from: ticket, into, reply });
  if (reply.by === "agent") return here(await agentReplied(ctx, tx, ticket));
  if (reply.isAutomatic) return here("filed");
  if (ticket.status === "paused") return here(await resumed(ctx, tx, ticket));
  if (isOpen(ticket.status) || !ticket.serviceLevelId) return here("filed");
  if (reply.isThanks ?? isThanksOnly(reply.body, null)) return here("filed");
  if (ticket.status === "resolved") {
    await reopenTicket({ ...ctx, tx }, { reference: ticket.reference, reason: reply.body.slice(0, 500) });
    return here("reopened");
  }
  return { outcome: "linked", writtenTo: await openLinked(ctx, tx, ticket, reply.body) };
}

/** In their own ticket, into which this one went, a requester's reply does what it does there. Of another's they learn nothing, not its number. */
async function elsewhere(ctx: Context, tx: Tx, { from, into, reply }: Elsewhere): Promise<After> {
  const redirected: After = { outcome: "redirected", writtenTo: into.reference };
  if (reply.by === "agent") return redirected;
  if (into.requesterId !== from.requesterId) return { outcome: "redirected", writtenTo: from.reference };
  const after = await afterReply(ctx, tx, await ticketOrThrow(ctx, tx, into.reference, true), reply);
  return after.outcome === "filed" ? redirected : after;
}

/** A first answer is one that a person gave to the requester. */
async function agentReplied(ctx: Context, tx: Tx, ticket: Ticket): Promise<ReplyOutcome> {
  const first = ticket.firstResponseAt ? {} : { firstResponseAt: ctx.now };
  if (!ticket.serviceLevelId || !isOpen(ticket.status)) {
    if (!ticket.firstResponseAt) await tx.update(tickets).set(first).where(eq(tickets.id, ticket.id));
    return "filed";
  }
  const begins = ticket.status === "new" ? { status: moves.begin.to } : {};
  await moveClock(ctx, tx, ticket, { kind: "responded" }, { ...first, ...begins });
  return "responded";
}

async function resumed(ctx: Context, tx: Tx, ticket: Ticket): Promise<ReplyOutcome> {
  const { events } = await readClock(ctx, tx, ticket);
  if (openPause(events)?.waitingFor !== "requester") return "filed";
  await moveClock(ctx, tx, ticket, { kind: "resumed" }, { status: moves.resume.to });
  await record(ctx, tx, "tickets.resumed", { kind: "ticket", id: ticket.reference }, { because: "reply" });
  return "resumed";
}

/** After closing: a new ticket with the same facts and clocks of its own, linked to the old. */
async function openLinked(ctx: Context, tx: Tx, old: Ticket, body: string): Promise<string> {
  const { type, title, category, impact, urgency, priority, requesterId, unitId } = old;
  const { isConfidential, deviceSerialNumber, printer, ownership, channel } = old;
  const level = await serviceLevelOf(ctx, tx, category);
  const queue = await owningQueue(ctx, tx, old);
  const { clocks, ...main } = await serviceClocks(ctx, tx, level, priority);
  const words = { type, title, description: body, category, channel, requesterId, unitId };
  const facts = {
    impact,
    urgency,
    priority,
    line: queue.line,
    queueId: queue.id,
    isConfidential,
    deviceSerialNumber,
    printer,
    ownership,
  };
  const ticket = await writeTicket(ctx, tx, { ...words, ...facts, ...main }, clocks);
  await link(ctx, tx, "follow_up", ticket.id, old.id);
  await record(ctx, tx, "tickets.followed", { kind: "ticket", id: old.reference }, { by: ticket.reference });
  await touch(tx, old);
  return ticket.reference;
}
