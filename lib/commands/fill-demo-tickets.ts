import { and, eq, like } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type DemoStep, type DemoTicket, demoTickets } from "@/db/demo/tickets";
import { letters } from "@/db/schema/history";
import { persons, units } from "@/db/schema/people";
import type { Context, Organisation } from "@/lib/base/context";
import { actorColumns, actorOf } from "@/lib/people/actor";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { cancelTicket } from "@/lib/tickets/cancel-ticket";
import { openTicket } from "@/lib/tickets/open-ticket";
import { pauseTicket } from "@/lib/tickets/pause-ticket";
import { reopenTicket } from "@/lib/tickets/reopen-ticket";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import { OpenTicket } from "@/lib/tickets/schema";
import { transferTicket } from "@/lib/tickets/transfer-ticket";
import { writeComment } from "@/lib/tickets/write-comment";

const hourMs = 3_600_000;
const weekMs = 7 * 24 * hourMs;

/** Who acts, and when: a context within the transaction that fills the demo. */
type As = (who: string, hoursAgo: number) => Promise<Context>;

/** The demo's tickets, by the same verbs as everyone's. Their letters are not sent: what they tell of is told already. */
export async function fillDemoTickets(tx: Tx, organisation: Organisation, now: Date): Promise<void> {
  const as: As = async (who, hoursAgo) => {
    const at = new Date(now.getTime() - hoursAgo * hourMs);
    const [row] = await tx
      .select(actorColumns(organisation, at))
      .from(persons)
      .innerJoin(units, eq(units.id, persons.unitId))
      .where(and(eq(persons.organisationId, organisation.id), eq(persons.email, emailOf(organisation, who))));
    if (!row) throw new Error(`the demo has no ${who}`);
    return { organisation, actor: actorOf(row, at), now: at, language: "sv", request: "demo", tx };
  };
  for (const ticket of demoTickets) await fillOne(as, ticket);
  const own = and(eq(letters.organisationId, organisation.id), like(letters.kind, "ticket.%"));
  await tx.update(letters).set({ status: "sent" }).where(own);
}

async function fillOne(as: As, ticket: DemoTicket): Promise<void> {
  const { by, hoursAgo, through, steps, ...words } = ticket;
  const opener = await as(through?.who ?? by, hoursAgo);
  const requester = emailOf(opener.organisation, by);
  const { reference } = await openTicket(
    opener,
    OpenTicket.parse({ ...words, requester, channel: through?.channel ?? "portal" }),
  );
  for (const step of steps) await take(await as(step.by, step.hoursAgo), reference, step);
}

async function take(ctx: Context, reference: string, step: DemoStep): Promise<unknown> {
  switch (step.act) {
    case "assign":
      return assignTicket(ctx, { reference, assignee: emailOf(ctx.organisation, step.to) });
    case "reply":
      return writeComment(ctx, { reference, body: step.text, visibility: "public" });
    case "note":
      return writeComment(ctx, { reference, body: step.text, visibility: "internal" });
    case "transfer": {
      const { line, reason, known, tried, asked } = step;
      return transferTicket(ctx, { reference, line, reason, note: { known, tried, asked } });
    }
    case "pause": {
      const { waitingFor, reason, supplier, reference: supplierReference } = step;
      const reviewAt = new Date(ctx.now.getTime() + weekMs);
      return pauseTicket(ctx, { reference, waitingFor, reason, reviewAt, supplier, supplierReference });
    }
    case "resolve":
      return resolveTicket(ctx, { reference, resolution: step.text, code: step.code });
    case "reopen":
      return reopenTicket(ctx, { reference, reason: step.text });
    case "cancel":
      return cancelTicket(ctx, { reference, reason: step.text });
  }
}

const emailOf = (organisation: { slug: string }, who: string) => `${who}@${organisation.slug}.example`;
