import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { tickets } from "@/db/schema/tickets";
import type { Context, Person } from "@/lib/base/context";
import { type Act, may, type Subject, unitPathsFor } from "@/lib/base/may";

/**
 * Which tickets a person may see; the one condition of every query. It asks for `tickets` alone: which units and which queues are
 * theirs is found once, before any ticket is looked at, so that a page of a long list is a walk along an index.
 */
export function readable(ctx: Context): SQL | undefined {
  if (ctx.actor.kind === "portal") return undefined;
  if (ctx.actor.kind === "anonymous") return sql`false`;
  const me = ctx.actor.personId;
  const theirs = byRole(ctx.actor, "ticket:read");
  const asAgent = theirs && and(theirs, eq(tickets.isConfidential, false));
  return or(eq(tickets.requesterId, me), eq(tickets.assigneeId, me), isQueueMember(ctx), asAgent);
}

/** Which tickets a person works on, as `mayOnTicket(ctx, "ticket:work", …)` says of one: the desk's lists, and who finds what is internal. */
export function workable(ctx: Context): SQL | undefined {
  if (ctx.actor.kind === "portal") return undefined;
  if (ctx.actor.kind === "anonymous") return sql`false`;
  const theirs = byRole(ctx.actor, "ticket:work");
  const isOpenToRole = or(eq(tickets.isConfidential, false), eq(tickets.assigneeId, ctx.actor.personId));
  return or(isQueueMember(ctx), theirs && and(theirs, isOpenToRole));
}

/** The units in which a role of theirs lets them do this; undefined where none does. */
function byRole(actor: Person, act: Act): SQL | undefined {
  const paths = [...new Set(unitPathsFor(actor, act))];
  if (paths.length === 0) return undefined;
  const isUnder = or(...paths.map((path) => sql`starts_with(u.path, ${path})`));
  return sql`${tickets.unitId} = any(array(select u.id from units u where ${isUnder}))`;
}

/** Whether the person works the queue that owns the ticket. */
export function isQueueMember(ctx: Context): SQL<boolean> {
  if (ctx.actor.kind !== "person") return sql<boolean>`false`;
  return sql<boolean>`${tickets.queueId} = any(array(select m.queue_id from queue_members m where m.person_id = ${ctx.actor.personId}))`;
}

/** Whether the person works a queue of confidential matters: to them alone a protected identity is shown where no ticket says who must know. */
export function keepsSecrets(ctx: Context): SQL<boolean> {
  if (ctx.actor.kind !== "person") return ctx.actor.kind === "portal" ? sql<boolean>`true` : sql<boolean>`false`;
  return sql<boolean>`exists (select 1 from ticket_categories c join queue_members m on m.queue_id = c.queue_id
    where c.is_confidential and c.organisation_id = ${ctx.organisation.id} and m.person_id = ${ctx.actor.personId})`;
}

const ofMembers: readonly Act[] = ["ticket:read", "ticket:comment", "ticket:work", "ticket:reopen", "ticket:cancel"];

type OnTicket = Subject & { isMember: boolean; isConfidential: boolean; assigneeId: string | null };

/**
 * As `may`; besides, the members of the owning queue work its tickets, whatever their roles (B3). With a confidential one a role alone
 * gives nothing: an agent who reported it is its requester and no more.
 */
export function mayOnTicket(ctx: Context, act: Act, ticket: OnTicket): boolean {
  if (ticket.isMember && ofMembers.includes(act)) return true;
  const { actor } = ctx;
  const isByRole = !ticket.isConfidential || (actor.kind === "person" && ticket.assigneeId === actor.personId);
  return may(actor.kind === "person" && !isByRole ? { ...actor, grants: [] } : actor, act, ticket);
}
