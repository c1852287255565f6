import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { services } from "@/db/schema/catalogue";
import { ticketCategories } from "@/db/schema/desk";
import { disruptions, disruptionTickets } from "@/db/schema/disruptions";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict, type FieldFault, Invalid } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { personOf, requireMay } from "@/lib/base/may";
import { getTicket } from "@/lib/tickets/queries";
import { plain, say, write } from "./internal";
import { instantOf } from "./local-moment";
import { storeNextSweep } from "./next-sweep";
import type { DeclareDisruption } from "./schema";

/**
 * Says that something is down: from here it stands on the front page and on the forms of the categories and services it concerns.
 * From a ticket, that ticket is the first linked one; Conflict where somebody declared the same ticket's before.
 */
export async function declareDisruption(ctx: Context, input: DeclareDisruption): Promise<{ id: string }> {
  requireMay(ctx, "disruption:work");
  const nextUpdateAt = instantOf(input.nextUpdate, "nextUpdate", ctx.organisation.timeZone);
  const faults = await faultsOf(ctx, input, nextUpdateAt);
  if (faults.length > 0) throw new Invalid(faults);
  return inTransaction(ctx, async (tx) => {
    const { fromTicket } = input;
    const ticket = fromTicket ? (await getTicket({ ...ctx, tx }, fromTicket)).ticket : null;
    const by = personOf(ctx).personId;
    const row = { id: newId(), organisationId: ctx.organisation.id, ...wordsOf(input), declaredAt: ctx.now };
    const [made] = await tx
      .insert(disruptions)
      .values({ ...row, declaredById: by, nextUpdateAt, fromTicketId: ticket?.id ?? null })
      .onConflictDoNothing()
      .returning({ id: disruptions.id });
    if (!made) throw new Conflict("disruptions.alreadyDeclared");
    await say(ctx, tx, row.id, "declared", row.affected);
    if (ticket) await linkFirst(ctx, tx, row.id, { ticketId: ticket.id, by });
    await storeNextSweep(tx, row.id);
    const { categories, services: of } = row;
    await write(ctx, tx, row.id, "disruptions.declared", { title: row.title.sv, categories, services: of, fromTicket });
    return { id: row.id };
  });
}

function wordsOf({ title, affected, meanwhile, categories, services: of }: DeclareDisruption) {
  return { title: plain(title), affected: plain(affected), meanwhile: plain(meanwhile), categories, services: of };
}

async function faultsOf(ctx: Context, input: DeclareDisruption, nextUpdateAt: Date | null): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  if (nextUpdateAt && nextUpdateAt <= ctx.now)
    faults.push({ path: "nextUpdate.day", key: "disruptions.errors.passed" });
  const { categories, services: of } = input;
  const counts = await inTransaction(ctx, async (tx) => {
    const own = eq(ticketCategories.organisationId, ctx.organisation.id);
    const paths = await tx.$count(ticketCategories, and(own, inArray(ticketCategories.path, categories)));
    const ofOurs = eq(services.organisationId, ctx.organisation.id);
    return { paths, slugs: await tx.$count(services, and(ofOurs, inArray(services.slug, of))) };
  });
  if (counts.paths < categories.length) faults.push({ path: "categories", key: "disruptions.errors.categories" });
  if (counts.slugs < of.length) faults.push({ path: "services", key: "disruptions.errors.services" });
  return faults;
}

async function linkFirst(
  ctx: Context,
  tx: Tx,
  disruptionId: string,
  { ticketId, by }: { ticketId: string; by: string },
) {
  const of = { organisationId: ctx.organisation.id, disruptionId, ticketId };
  await tx.insert(disruptionTickets).values({ id: newId(), ...of, linkedById: by, createdAt: ctx.now });
}
