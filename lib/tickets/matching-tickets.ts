import { and, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { queueMembers } from "@/db/schema/desk";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import type { Context } from "@/lib/base/context";
import { unitPathsFor } from "@/lib/base/may";
import { searchWords } from "./search-words";
import { isQueueMember, readable } from "./visibility";

/** A place in the order of hits: rank first (2 its identifier, 1 its title, 0 elsewhere), then the newest. */
export type Found = { id: string; rank: number; at: Date };

type Asked = {
  q: string;
  cursor?: Found | undefined;
  /** How many are wanted; one more is found where there is one. */
  limit: number;
  /** Without it all have rank 0: newest first. */
  byRank: boolean;
  /** How many candidates are looked through at most, the first in order; without it all. */
  most?: number;
  /** Of these ids those that are wanted besides, by the caller's other conditions. */
  narrow?: (ids: string[]) => Promise<string[]>;
};

type Candidate = { ticket_id: string; rank: number; received_at: string; is_public: boolean };

const [smallest, growth, mostOwn] = [200, 8, 20_000];

/**
 * The tickets that a search finds and the person may see, in order: candidates come from the index, batch by batch, and each is
 * judged as every list is. What only an internal note or file says finds a ticket for those who work on it alone.
 */
export async function matchingTickets(ctx: Context, tx: Tx, asked: Asked): Promise<Found[]> {
  const words = searchWords(asked.q);
  if (words.length === 0) return [];
  const within = await ownTickets(ctx, tx);
  const found: Found[] = [];
  let cursor = asked.cursor;
  let left = asked.most ?? Number.POSITIVE_INFINITY;
  for (let size = Math.max(smallest, asked.limit * 2); found.length <= asked.limit && left > 0; size *= growth) {
    const batch = Math.min(size, left);
    const candidates = await candidatesOf(tx, { ...asked, cursor }, words, within, batch);
    const seen = await seenBy(ctx, tx, candidates);
    const wanted = asked.narrow && seen.size > 0 ? new Set(await asked.narrow([...seen])) : seen;
    found.push(...candidates.filter(({ id }) => wanted.has(id)));
    cursor = candidates.at(-1);
    left -= batch;
    if (candidates.length < batch) break;
  }
  return found.slice(0, asked.limit + 1);
}

async function candidatesOf(tx: Tx, asked: Asked, words: string[], within: string[] | null, most: number) {
  const { q, byRank, cursor } = asked;
  const ids = within && `{${within.join(",")}}`;
  const rows =
    await tx.execute<Candidate>(sql`select * from search_tickets(${`{${words.join(",")}}`}::text[], ${q.trim()}, ${ids}::uuid[],
    ${byRank}, ${cursor?.rank ?? null}, ${cursor?.at.toISOString() ?? null}, ${cursor?.id ?? null}, ${most})`);
  return rows.map((row) => {
    return { id: row.ticket_id, rank: row.rank, at: new Date(row.received_at), isPublic: row.is_public };
  });
}

async function seenBy(ctx: Context, tx: Tx, candidates: { id: string; isPublic: boolean }[]): Promise<Set<string>> {
  if (candidates.length === 0) return new Set();
  const [open, all] = [candidates.filter(({ isPublic }) => isPublic), candidates].map(
    (some) => `{${some.map(({ id }) => id).join(",")}}`,
  );
  const rows = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .innerJoin(units, eq(units.id, tickets.unitId))
    .where(
      and(
        sql`${tickets.id} = any(${all}::uuid[])`,
        eq(tickets.organisationId, ctx.organisation.id),
        readable(ctx),
        or(sql`${tickets.id} = any(${open}::uuid[])`, worksOn(ctx)),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** As mayOnTicket(ctx, "ticket:work", …), for many. */
function worksOn(ctx: Context): SQL | undefined {
  if (ctx.actor.kind === "portal") return sql`true`;
  if (ctx.actor.kind !== "person") return sql`false`;
  const byRole = or(...unitPathsFor(ctx.actor, "ticket:work").map((path) => sql`starts_with(${units.path}, ${path})`));
  const isByRole = or(eq(tickets.isConfidential, false), eq(tickets.assigneeId, ctx.actor.personId));
  return or(isQueueMember(ctx), byRole && and(byRole, isByRole));
}

/** Who sees no unit's tickets by role is asked about their own, which are few; null: about all. */
async function ownTickets(ctx: Context, tx: Tx): Promise<string[] | null> {
  if (ctx.actor.kind === "portal" || unitPathsFor(ctx.actor, "ticket:read").length > 0) return null;
  if (ctx.actor.kind !== "person") return [];
  const { requesterId, assigneeId, queueId } = tickets;
  const { personId: me } = ctx.actor;
  // Asked first and given by value: of a subquery's queues the planner believes that they hold every ticket there is.
  const theirs = await tx.select({ id: queueMembers.queueId }).from(queueMembers).where(eq(queueMembers.personId, me));
  const ofQueues = theirs.map(({ id }) => id);
  const isOwn = or(
    eq(requesterId, me),
    eq(assigneeId, me),
    ofQueues.length > 0 ? inArray(queueId, ofQueues) : undefined,
  );
  const rows = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.organisationId, ctx.organisation.id), isOwn))
    .orderBy(desc(tickets.receivedAt))
    .limit(mostOwn);
  return rows.map(({ id }) => id);
}
