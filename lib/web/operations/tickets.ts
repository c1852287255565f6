import * as z from "zod";
import { channels, ticketStatuses } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { NotAllowed } from "@/lib/base/errors";
import { may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { listLinks } from "@/lib/tickets/links";
import { listTickets } from "@/lib/tickets/list-tickets";
import { openTicket } from "@/lib/tickets/open-ticket";
import { getTicket } from "@/lib/tickets/queries";
import { OpenTicket } from "@/lib/tickets/schema";
import { listTicketHistory } from "@/lib/tickets/ticket-history";
import { type Answer, endpoint } from "../api";
import { decodeCursor, encodeCursor, PageQuery } from "../paging";
import { InstantIn } from "../present/instant";
import { LinkAnswer, presentTicket, presentTicketAct, TicketActAnswer, TicketAnswer } from "../present/ticket";
import { startOfDay } from "../start-of-day";
import { ByReference, referenceIn } from "./by-reference";
import { listOf, Words } from "./list-of";

/** A ticket as it stands now, its version as the ETag. */
export async function ticketNow(ctx: Context, reference: string): Promise<Answer> {
  const view = await getTicket(ctx, reference);
  return { body: presentTicket(ctx, view), version: view.ticket.version };
}

/** As whoever did something to it had it before them: a hand-over, or a category, may have taken it out of their sight. */
export const ticketAfter = (ctx: Context, reference: string): Promise<Answer> =>
  ticketNow({ ...ctx, actor: { kind: "portal" } }, reference);

/** How those who are no agents may say that they came: nobody else says that somebody called, wrote or came. */
const ownChannels: readonly (typeof channels)[number][] = ["portal", "api"];

export const postTicket = endpoint({
  summary: "api.operation.openTicket",
  scope: "write",
  body: OpenTicket.extend({ channel: z.enum(channels).default("api") }),
  answer: TicketAnswer,
  status: 201,
  creates: true,
  run: async (ctx, { body }) => {
    if (!ownChannels.includes(body.channel) && !may(ctx.actor, "ticket:openForOthers")) throw new NotAllowed();
    const { reference } = await openTicket(ctx, body);
    return { ...(await ticketAfter(ctx, reference)), headers: { location: routes.api.ticket(reference) } };
  },
});

export const getOneTicket = endpoint({
  summary: "api.operation.ticket",
  scope: "read",
  params: ByReference,
  answer: TicketAnswer,
  run: (ctx, { params }) => ticketNow(ctx, referenceIn(params)),
});

const Cursor = z.object({ at: InstantIn, id: z.uuid() });
const text = z.string().max(200).optional();

/** A date is that whole day where the organisation is; an instant is itself, and as the end of a stretch not part of it. */
const DayOrInstant = z.union([z.iso.date(), InstantIn], "errors.fields.date").optional();

export const getTickets = endpoint({
  summary: "api.operation.tickets",
  scope: "read",
  query: z.strictObject({
    ...PageQuery.shape,
    status: Words(z.enum(ticketStatuses)).optional(),
    line: Words(z.enum(["1", "2", "3"])).optional(),
    ...{ queue: text, category: text, assignee: text, requester: text, device: text, q: text },
    received_from: DayOrInstant,
    received_to: DayOrInstant,
  }),
  answer: listOf(TicketAnswer),
  run: async (ctx, { query: { cursor, limit, received_from, received_to, assignee, line, ...words } }) => {
    const filter = {
      ...words,
      line: line?.map(Number),
      assignee: assignee === "none" ? null : assignee,
      receivedFrom: startOf(ctx, received_from, 0),
      receivedTo: startOf(ctx, received_to, 1),
    };
    const { items, next } = await listTickets(ctx, filter, { cursor: decodeCursor(cursor, Cursor), limit });
    return { body: { items: items.map((view) => presentTicket(ctx, view)), next: next && encodeCursor(next) } };
  },
});

export const getTicketHistory = endpoint({
  summary: "api.operation.ticketHistory",
  scope: "read",
  params: ByReference,
  query: z.strictObject(PageQuery.shape),
  answer: listOf(TicketActAnswer),
  run: async (ctx, { params, query: { cursor, limit } }) => {
    const page = { after: decodeCursor(cursor, z.int()), limit };
    const { items, next } = await listTicketHistory(ctx, referenceIn(params), page);
    return { body: { items: items.map((act) => presentTicketAct(ctx, act)), next: next && encodeCursor(next) } };
  },
});

export const getTicketLinks = endpoint({
  summary: "api.operation.links",
  scope: "read",
  params: ByReference,
  answer: z.object({ items: z.array(LinkAnswer) }),
  run: async (ctx, { params }) => ({ body: { items: await listLinks(ctx, referenceIn(params)) } }),
});

function startOf({ organisation }: Context, at: string | Date | undefined, daysLater: number) {
  return typeof at === "string" ? startOfDay(organisation.timeZone, at, daysLater) : at;
}
