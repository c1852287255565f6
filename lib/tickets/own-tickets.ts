import { and, desc, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { persons, units } from "@/db/schema/people";
import { queues, tickets } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { unsorted } from "./categories";
import { eventsOfTicket, readClocks } from "./clock";
import { listLinks } from "./links";
import { getTicket, type TicketView, ticketView } from "./queries";
import { openStatuses } from "./status";
import { isQueueMember } from "./visibility";

/** `isOwnCourse`: orders' tickets left out. `like`: about the same as something being written now. */
export type OwnFilter = {
  q?: string | undefined;
  isOpen?: boolean;
  isOwnCourse?: boolean;
  like?: { category: string; device: string | null };
};

/** The last row that was seen: open ones come first, so it says whether it was. */
export type OwnCursor = { isOpen: boolean; at: Date; id: string };

/** A page of the tickets that the signed-in person has asked for, orders' too: open first, then newest. */
export function listOwnTickets(
  ctx: Context,
  filter: OwnFilter,
  page: { cursor?: OwnCursor | undefined; limit: number },
): Promise<{ items: TicketView[]; next: OwnCursor | null }> {
  const me = personOf(ctx).personId;
  return read(ctx, async (tx) => {
    const rows = await tx
      .select({ ticket: tickets, unitPath: units.path, isMember: isQueueMember(ctx), about, events: eventsOfTicket })
      .from(tickets)
      .innerJoin(units, eq(units.id, tickets.unitId))
      .innerJoin(queues, eq(queues.id, tickets.queueId))
      .innerJoin(requester, eq(requester.id, tickets.requesterId))
      .leftJoin(assignee, eq(assignee.id, tickets.assigneeId))
      .where(
        and(
          eq(tickets.organisationId, ctx.organisation.id),
          eq(tickets.requesterId, me),
          matching(filter),
          after(page.cursor),
        ),
      )
      .orderBy(desc(isOpenNow), desc(tickets.receivedAt), desc(tickets.id))
      .limit(page.limit + 1);
    const shown = rows.slice(0, page.limit);
    const clocks = await readClocks(ctx, tx, shown);
    const items = shown.flatMap(({ ticket, unitPath, isMember, about: its }, n) => {
      const clock = clocks[n];
      return clock ? [ticketView({ ...ticket, unitPath, isMember }, its, clock)] : [];
    });
    const last = items.at(-1)?.ticket;
    return { items, next: last && rows.length > page.limit ? cursorAt(last) : null };
  });
}

/** One of one's own. NotFound for everybody else, whatever their roles: agents have the desk's page. */
export async function getOwnTicket(ctx: Context, reference: string): Promise<TicketView> {
  const view = await getTicket(ctx, reference);
  if (view.ticket.requesterId !== personOf(ctx).personId) throw new NotFound();
  return view;
}

const requester = alias(persons, "requester");
const assignee = alias(persons, "assignee");
const about = { requester: requester.email, assignee: assignee.email, queue: queues.slug, unit: units.slug };
const isOpenNow = inArray(tickets.status, [...openStatuses]);

const cursorAt = ({ status, receivedAt, id }: TicketView["ticket"]): OwnCursor => {
  return { isOpen: openStatuses.some((each) => each === status), at: receivedAt, id };
};

const after = (cursor: OwnCursor | undefined): SQL | undefined =>
  cursor &&
  sql`(${isOpenNow}, ${tickets.receivedAt}, ${tickets.id}) < (${cursor.isOpen}, ${cursor.at.toISOString()}, ${cursor.id})`;

function matching({ q, isOpen, isOwnCourse, like }: OwnFilter): SQL | undefined {
  return and(
    isOpen ? isOpenNow : undefined,
    isOwnCourse || like ? isNotNull(tickets.serviceLevelId) : undefined,
    q ? saying(q) : undefined,
    like && alike(like),
  );
}

/** What nobody has sorted is alike by its device alone. */
function alike({ category, device }: NonNullable<OwnFilter["like"]>): SQL | undefined {
  const sameCategory = category === unsorted ? sql`false` : eq(tickets.category, category);
  return or(sameCategory, device ? eq(tickets.deviceSerialNumber, device) : undefined);
}

/** In one's own tickets alone, so also in what was said to and fro, but for the desk's notes. */
function saying(words: string): SQL | undefined {
  const like = `%${words.trim().replace(/[\\%_]/g, "\\$&")}%`;
  return or(
    sql`replace(${tickets.reference}, '-', '') = ${words.replace(/[\s-]/g, "")}`,
    sql`${tickets.title} ilike ${like}`,
    sql`${tickets.description} ilike ${like}`,
    sql`exists (select 1 from comments c where c.ticket_id = ${tickets.id} and c.visibility = 'public' and c.body ilike ${like})`,
  );
}

/** The signed-in person's other tickets that one hangs together with; other people's are not told of. */
export function listOwnLinks(ctx: Context, reference: string): Promise<{ reference: string; title: string }[]> {
  const me = personOf(ctx).personId;
  return read(ctx, async (tx) => {
    const links = await listLinks({ ...ctx, tx }, reference);
    if (links.length === 0) return [];
    const others = links.map((each) => each.reference);
    return tx
      .select({ reference: tickets.reference, title: tickets.title })
      .from(tickets)
      .where(
        and(
          eq(tickets.organisationId, ctx.organisation.id),
          eq(tickets.requesterId, me),
          inArray(tickets.reference, others),
        ),
      )
      .orderBy(tickets.receivedAt);
  });
}
