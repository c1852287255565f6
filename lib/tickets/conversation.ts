import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { history } from "@/db/schema/history";
import { persons } from "@/db/schema/people";
import { comments } from "@/db/schema/tickets";
import type { Visibility } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { requireMayOnTicket, type Ticket, ticketOrThrow } from "./internal";
import { struckDetail, ticketsNamed } from "./shown-detail";
import { readableOf } from "./ticket-history";

/** `author` is null where the portal wrote it, or where the name is not for this reader. */
export type Message = {
  kind: "message";
  id: string;
  at: Date;
  visibility: Visibility;
  body: string;
  author: string | null;
  authorId: string | null;
  isHidden: boolean;
};

/** `actor` is a name; null for the portal. */
export type Act = {
  kind: "act";
  id: string;
  at: Date;
  actor: string | null;
  event: string;
  detail: Record<string, unknown>;
};

export type Turn = Message | Act;

const mostActs = 1000;

/**
 * Everything that was said and done on a ticket, oldest first, for those who work on it. Names of persons with a protected identity
 * are left out for all but the assignee, the queue's members and the portal; numbers of tickets that one may not see are struck out.
 */
export function listConversation(ctx: Context, reference: string): Promise<Turn[]> {
  return read(ctx, async (tx) => {
    const ticket = await ticketOrThrow(ctx, tx, reference);
    requireMayOnTicket(ctx, "ticket:work", ticket);
    const { id, visibility, body, createdAt: at, authorId } = comments;
    const { name, hasProtectedIdentity } = persons;
    const messages = await tx
      .select({ id, visibility, body, at, authorId, author: name, isProtected: hasProtectedIdentity })
      .from(comments)
      .leftJoin(persons, eq(persons.id, comments.authorId))
      .where(eq(comments.ticketId, ticket.id))
      .orderBy(asc(comments.createdAt), asc(comments.id));
    const acts = await tx
      .select({ act: history, isProtected: hasProtectedIdentity })
      .from(history)
      .leftJoin(persons, eq(persons.id, history.actorId))
      .where(
        and(
          eq(history.organisationId, ctx.organisation.id),
          inArray(history.objectKind, ["ticket", "order"]),
          eq(history.objectId, ticket.reference),
          ne(history.event, "tickets.commented"),
        ),
      )
      .orderBy(asc(history.id))
      .limit(mostActs);
    const sees = await readableOf(ctx, tx, ticketsNamed(acts.map(({ act }) => act)));
    const hides = (isProtected: boolean | null) => isProtected === true && !seesNames(ctx, ticket);
    return inTurn(
      messages.map(({ isProtected, author, ...message }) => {
        const isHidden = hides(isProtected);
        return { kind: "message", ...message, author: isHidden ? null : author, isHidden };
      }),
      acts.map(({ act, isProtected }) => {
        const isPortal = act.actorId === null || hides(isProtected);
        const actor = isPortal ? null : act.actorName;
        return {
          kind: "act",
          id: String(act.id),
          at: act.at,
          actor,
          event: act.event,
          detail: struckDetail(act, sees),
        };
      }),
    );
  });
}

/** Who must know a protected person's name to help them. */
export function seesNames({ actor }: Pick<Context, "actor">, ticket: Pick<Ticket, "assigneeId" | "isMember">): boolean {
  return (
    actor.kind === "portal" || (actor.kind === "person" && (ticket.isMember || ticket.assigneeId === actor.personId))
  );
}

/** Messages and acts as one course of events. At the same instant words come before what followed from them, but after the opening. */
export function inTurn(messages: readonly Message[], acts: readonly Act[]): Turn[] {
  const rank = (turn: Turn) => (turn.kind === "message" ? 1 : turn.event === "tickets.opened" ? 0 : 2);
  return [...messages, ...acts].sort((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b));
}
