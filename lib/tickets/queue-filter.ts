import { and, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { tickets } from "@/db/schema/tickets";
import type { Channel, TicketStatus, TicketType } from "@/db/words";
import type { Context } from "@/lib/base/context";

/**
 * Each narrows. `queue` is a slug, `category` a path with all under it, `assignee` and `requester` e-mail addresses (`assignee` null is
 * nobody), `device` a serial number; received from the first instant up to but not with the second.
 */
export type QueueFilter = {
  status?: readonly TicketStatus[] | undefined;
  line?: readonly number[] | undefined;
  queue?: string | undefined;
  category?: string | undefined;
  assignee?: string | null | undefined;
  requester?: string | undefined;
  device?: string | undefined;
  type?: readonly TicketType[] | undefined;
  priority?: readonly number[] | undefined;
  channel?: readonly Channel[] | undefined;
  receivedFrom?: Date | undefined;
  receivedTo?: Date | undefined;
  /** Words; found by the search (found-in-queue.ts), not by a condition. */
  q?: string | undefined;
  /** Only these; for rows that are made anew, and for what a search has found. */
  references?: readonly string[] | undefined;
};

/** All of them but words. Who and which queue is asked for once, before any ticket is looked at. */
export function matching(ctx: Context, filter: QueueFilter): SQL | undefined {
  const { status, line, type, priority, channel, receivedFrom, receivedTo, references } = filter;
  return and(
    some(status) ? inArray(tickets.status, [...status]) : undefined,
    some(line) ? inArray(tickets.line, [...line]) : undefined,
    some(type) ? inArray(tickets.type, [...type]) : undefined,
    some(priority) ? inArray(tickets.priority, [...priority]) : undefined,
    some(channel) ? inArray(tickets.channel, [...channel]) : undefined,
    references && inArray(tickets.reference, [...references]),
    filter.queue ? eq(tickets.queueId, queueIdOf(ctx, filter.queue)) : undefined,
    filter.category ? inSubtree(filter.category) : undefined,
    filter.assignee === null ? sql`${tickets.assigneeId} is null` : undefined,
    filter.assignee ? eq(tickets.assigneeId, personIdOf(ctx, filter.assignee)) : undefined,
    filter.requester ? eq(tickets.requesterId, personIdOf(ctx, filter.requester)) : undefined,
    filter.device ? eq(tickets.deviceSerialNumber, filter.device.trim().toUpperCase()) : undefined,
    receivedFrom && gte(tickets.receivedAt, receivedFrom),
    receivedTo && lt(tickets.receivedAt, receivedTo),
  );
}

const some = <T>(list: readonly T[] | undefined): list is readonly T[] => list !== undefined && list.length > 0;

const queueIdOf = (ctx: Context, slug: string): SQL =>
  sql`(select q.id from queues q where q.organisation_id = ${ctx.organisation.id} and q.slug = ${slug})`;

const personIdOf = (ctx: Context, email: string): SQL =>
  sql`(select p.id from persons p where p.organisation_id = ${ctx.organisation.id} and p.email = ${email.trim().toLowerCase()})`;

const inSubtree = (path: string): SQL =>
  sql`(${tickets.category} = ${path} or starts_with(${tickets.category}, ${`${path}/`}))`;
