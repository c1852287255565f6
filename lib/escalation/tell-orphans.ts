import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { persons, roleAssignments } from "@/db/schema/people";
import { type Context, inTransaction } from "@/lib/base/context";
import { publicUrl } from "@/lib/base/env";
import { localDate } from "@/lib/base/format";
import { routes } from "@/lib/base/routes";
import { type Addressee, writeLetter } from "@/lib/letters/write-letter";
import { type Orphaned, orphanedQueues } from "./orphans";
import { leadsOf } from "./who-is-told";

/** Tells the leads, or where there is none the administrators, of queues whose tickets nobody sees: each queue once a day. */
export async function tellOrphans(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const orphaned = await orphanedQueues(ctx, tx);
    for (const each of orphaned) {
      const leads = await leadsOf(tx, each.unitPath);
      for (const to of leads.length > 0 ? leads : await administrators(ctx, tx)) await tellOne(ctx, tx, each, to);
    }
    return orphaned.length;
  });
}

async function tellOne(ctx: Context, tx: Tx, { queueId, name, tickets }: Orphaned, to: Addressee): Promise<void> {
  const key = `queue.orphaned:${queueId}:${localDate(ctx.now, ctx.organisation.timeZone)}`;
  await writeLetter(ctx, tx, to, "queue.orphaned", key, (t, language) => ({
    language,
    subject: t("tickets.orphaned.subject", { queue: name }),
    heading: t("tickets.orphaned.heading"),
    paragraphs: [t("tickets.orphaned.body", { queue: name, count: tickets }), t("tickets.orphaned.next")],
    facts: [],
    action: { label: t("letters.openAtDesk"), url: publicUrl() + routes.desk() },
    footer: t("letters.footer", { organisation: ctx.organisation.name }),
    attachments: [],
  }));
}

function administrators(ctx: Context, tx: Tx): Promise<Addressee[]> {
  return tx
    .selectDistinct({ id: persons.id, email: persons.email, language: persons.language })
    .from(roleAssignments)
    .innerJoin(persons, eq(persons.id, roleAssignments.personId))
    .where(
      and(
        eq(roleAssignments.organisationId, ctx.organisation.id),
        eq(roleAssignments.role, "administrator"),
        isNull(persons.disabledAt),
      ),
    );
}
