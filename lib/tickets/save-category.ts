import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ticketCategories } from "@/db/schema/desk";
import { tickets } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { currentServiceLevel } from "@/lib/calendars/service-level";
import { record } from "@/lib/history/record";
import { queueNamed } from "./queues";
import type { SaveCategory } from "./schema";

/**
 * Writes a category, new or known by its path. Whether it is confidential holds at once for every ticket in it and under it. Invalid
 * where the category above, the queue or the service level is not there.
 */
export async function saveCategory(ctx: Context, input: SaveCategory): Promise<void> {
  requireMay(ctx, "desk:edit");
  await inTransaction(ctx, async (tx) => {
    const { path, name, isConfidential, line, isClosed } = input;
    await requireAbove(ctx, tx, path);
    await currentServiceLevel({ ...ctx, tx }, input.serviceLevel);
    const queueId = input.queue ? (await queueNamed(ctx, tx, input.queue)).id : null;
    const row = { name, isConfidential, line, queueId, serviceLevel: input.serviceLevel };
    const closedAt = isClosed ? ctx.now : null;
    await tx
      .insert(ticketCategories)
      .values({ ...row, closedAt, path, id: newId(), organisationId: ctx.organisation.id })
      .onConflictDoUpdate({
        target: [ticketCategories.organisationId, ticketCategories.path],
        set: { ...row, closedAt },
      });
    await hideOrShow(ctx, tx, path);
    await record(ctx, tx, "tickets.categorySaved", { kind: "category", id: path }, { ...input });
  });
}

async function requireAbove(ctx: Context, tx: Tx, path: string): Promise<void> {
  const above = path.split("/").slice(0, -1).join("/");
  if (!above) return;
  const [found] = await tx
    .select({ id: ticketCategories.id })
    .from(ticketCategories)
    .where(and(eq(ticketCategories.organisationId, ctx.organisation.id), eq(ticketCategories.path, above)));
  if (!found) throw new Invalid([{ path: "path", key: "tickets.errors.category" }]);
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
