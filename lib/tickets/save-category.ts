import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ticketCategories } from "@/db/schema/desk";
import { tickets } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict, Invalid, RuleBroken } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { currentServiceLevel } from "@/lib/calendars/service-level";
import { record } from "@/lib/history/record";
import { unsorted } from "./categories";
import { queueNamed } from "./queues";
import type { SaveCategory } from "./schema";

/**
 * Writes a category, new or known by its path. Whether it is confidential holds at once for every ticket in it and under it. Closed, it
 * is chosen for no new ticket; those that have it keep it. Invalid where the category above or the queue is not there, NotFound for
 * the service level; RuleBroken where it is closed with open ones under it, or is where the unsorted go. Conflict where another saved
 * after `basedOn` was read.
 */
export async function saveCategory(ctx: Context, input: SaveCategory): Promise<void> {
  requireMay(ctx, "desk:edit");
  await inTransaction(ctx, async (tx) => {
    const { path, name, isConfidential, line, isClosed } = input;
    if (isClosed && path === unsorted) throw new RuleBroken("tickets.categoryNeeded", { category: name });
    await requireAbove(ctx, tx, input);
    await currentServiceLevel({ ...ctx, tx }, input.serviceLevel);
    const queueId = input.queue ? (await queueNamed(ctx, tx, input.queue)).id : null;
    const closedAt = isClosed ? ctx.now : null;
    const row = { path, name, isConfidential, line, queueId, serviceLevel: input.serviceLevel, closedAt };
    await write(ctx, tx, row, input.basedOn);
    if (isClosed) await requireNoneBelow(ctx, tx, input);
    await hideOrShow(ctx, tx, path);
    await record(ctx, tx, "tickets.categorySaved", { kind: "category", id: path }, { ...input });
  });
}

type Row = Omit<typeof ticketCategories.$inferInsert, "id" | "organisationId" | "version">;

async function write(ctx: Context, tx: Tx, row: Row, basedOn: number | undefined): Promise<void> {
  const target = [ticketCategories.organisationId, ticketCategories.path];
  const insert = tx.insert(ticketCategories).values({ ...row, id: newId(), organisationId: ctx.organisation.id });
  const isRead = basedOn === undefined ? undefined : eq(ticketCategories.version, basedOn);
  const set = { ...row, version: sql`${ticketCategories.version} + 1` };
  const written =
    basedOn === 0
      ? insert.onConflictDoNothing({ target })
      : insert.onConflictDoUpdate({ target, set, ...(isRead ? { setWhere: isRead } : {}) });
  const [saved] = await written.returning({ id: ticketCategories.id });
  if (!saved && basedOn === 0) throw new Invalid([{ path: "name", key: "tickets.errors.nameTaken" }]);
  if (!saved) throw new Conflict();
}

/** The one above is held until the change is done, so that nobody closes it meanwhile. */
async function requireAbove(ctx: Context, tx: Tx, { path, isClosed }: SaveCategory): Promise<void> {
  const above = path.split("/").slice(0, -1).join("/");
  if (!above) return;
  const [found] = await tx
    .select({ closedAt: ticketCategories.closedAt })
    .from(ticketCategories)
    .where(and(eq(ticketCategories.organisationId, ctx.organisation.id), eq(ticketCategories.path, above)))
    .for("share");
  if (!found) throw new Invalid([{ path: "path", key: "tickets.errors.category" }]);
  if (found.closedAt && !isClosed) throw new RuleBroken("tickets.categoryAboveClosed");
}

async function requireNoneBelow(ctx: Context, tx: Tx, { path, name }: SaveCategory): Promise<void> {
  const isOpen = and(eq(ticketCategories.organisationId, ctx.organisation.id), isNull(ticketCategories.closedAt));
  const [below] = await tx
    .select({ name: ticketCategories.name })
    .from(ticketCategories)
    .where(and(isOpen, sql`starts_with(${ticketCategories.path}, ${`${path}/`})`))
    .limit(1);
  if (below) throw new RuleBroken("tickets.categoryHolds", { category: name, below: below.name });
}

/** A person with protected identity stays hidden whatever the category says; an order's ticket follows its order. */
async function hideOrShow(ctx: Context, tx: Tx, path: string): Promise<void> {
  const isHidden = sql<boolean>`exists (select 1 from ticket_categories c where c.organisation_id = tickets.organisation_id
      and c.is_confidential and starts_with(tickets.category || '/', c.path || '/'))
    or (select p.has_protected_identity from persons p where p.id = tickets.requester_id)`;
  await tx
    .update(tickets)
    .set({ isConfidential: isHidden })
    .where(
      and(
        eq(tickets.organisationId, ctx.organisation.id),
        isNotNull(tickets.serviceLevelId),
        sql`starts_with(tickets.category || '/', ${`${path}/`})`,
      ),
    );
}
