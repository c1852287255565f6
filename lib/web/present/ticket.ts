import * as z from "zod";
import { channels, ticketLinkKinds, ticketStatuses, ticketTypes } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { currentClocks } from "@/lib/tickets/clock";
import type { TicketView } from "@/lib/tickets/queries";
import type { TicketAct } from "@/lib/tickets/ticket-history";
import { ClockAnswer, presentClock } from "./clock";
import { Instant, shownInstant, shownInstantOrNull } from "./instant";
import { presentWait, WaitAnswer } from "./wait";

const level = z.int().min(1).max(4);

export const TicketAnswer = z
  .object({
    reference: z.string(),
    type: z.enum(ticketTypes),
    title: z.string(),
    description: z.string(),
    category: z.string(),
    channel: z.enum(channels),
    impact: level,
    urgency: level,
    priority: level,
    status: z.enum(ticketStatuses),
    line: z.int().min(1).max(3),
    queue: z.string(),
    assignee: z.email().nullable(),
    requester: z.email(),
    unit: z.string(),
    device: z.string().optional(),
    receivedAt: Instant,
    firstResponseAt: Instant.nullable(),
    resolvedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    resolution: z.string().nullable(),
    clocks: z.array(ClockAnswer),
    waiting: WaitAnswer.nullable(),
    version: z.int(),
  })
  .meta({ id: "Ticket" });

export function presentTicket(ctx: Context, view: TicketView): z.output<typeof TicketAnswer> {
  const { ticket, requester, assignee, queue, unit } = view;
  const { reference, type, title, description, category, channel, impact, urgency, priority } = ticket;
  const { status, line, resolution, version, deviceSerialNumber: device } = ticket;
  return {
    ...{ reference, type, title, description, category, channel, impact, urgency, priority, status, line },
    ...{ queue, assignee, requester, unit, ...(device === null ? {} : { device }) },
    receivedAt: shownInstant(ctx, ticket.receivedAt),
    firstResponseAt: shownInstantOrNull(ctx, ticket.firstResponseAt),
    resolvedAt: shownInstantOrNull(ctx, ticket.resolvedAt),
    closedAt: shownInstantOrNull(ctx, ticket.closedAt),
    resolution,
    clocks: currentClocks(view.clocks).map(({ clock, target }) => presentClock(ctx, clock, target)),
    waiting: presentWait(ctx, view.pause),
    version,
  };
}

export const TicketActAnswer = z
  .object({ at: Instant, actor: z.string(), event: z.string(), detail: z.record(z.string(), z.unknown()) })
  .meta({ id: "TicketAct" });

export function presentTicketAct(ctx: Context, act: TicketAct): z.output<typeof TicketActAnswer> {
  return { at: shownInstant(ctx, act.at), actor: act.actor, event: act.event, detail: act.detail };
}

/** `to`: this ticket came of, repeats or went into that one; `from`: that one did so with this. */
export const LinkAnswer = z
  .object({
    kind: z.enum(ticketLinkKinds),
    direction: z.enum(["from", "to"]),
    reference: z.string(),
    title: z.string(),
    status: z.enum(ticketStatuses),
  })
  .meta({ id: "TicketLink" });
