import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { persons, roleAssignments, units } from "@/db/schema/people";
import type { Context } from "@/lib/base/context";
import { publicUrl } from "@/lib/base/env";
import { formatInstant } from "@/lib/base/format";
import { routes } from "@/lib/base/routes";
import { type Addressee, writeLetter } from "@/lib/letters/write-letter";
import type { Clock } from "@/lib/sla/schema";
import type { Ticket } from "./internal";
import type { PauseTicket } from "./schema";

const addressee = { id: persons.id, email: persons.email, language: persons.language };

export async function requesterOf(tx: Tx, ticket: Pick<Ticket, "requesterId">): Promise<Addressee> {
  const [row] = await tx.select(addressee).from(persons).where(eq(persons.id, ticket.requesterId));
  if (!row) throw new Error("a ticket's requester is gone");
  return row;
}

/** Who leads the desk over this unit; told of promises before and when they break. */
async function leadsOf(tx: Tx, unitPath: string): Promise<Addressee[]> {
  const rows = await tx
    .select({ ...addressee, path: units.path })
    .from(roleAssignments)
    .innerJoin(persons, eq(persons.id, roleAssignments.personId))
    .innerJoin(units, eq(units.id, roleAssignments.unitId))
    .where(and(eq(roleAssignments.role, "lead"), isNull(persons.disabledAt)));
  return rows.filter((row) => unitPath.startsWith(row.path));
}

export async function tellPaused(ctx: Context, tx: Tx, ticket: Ticket, pause: PauseTicket): Promise<void> {
  const to = await requesterOf(tx, ticket);
  const { timeZone } = ctx.organisation;
  await writeLetter(ctx, tx, to, "ticket.paused", `ticket.paused:${ticket.id}:${ticket.version}`, (t, language) => ({
    language,
    subject: t("letters.paused.subject", { reference: ticket.reference }),
    heading: t("letters.paused.heading"),
    paragraphs: [
      t(`letters.paused.waitingFor.${pause.waitingFor}`),
      pause.reason,
      t("letters.paused.resumes", { at: formatInstant(pause.reviewAt, { language, timeZone }) }),
    ],
    facts: [
      { label: t("letters.reference"), value: ticket.reference },
      { label: t("letters.about"), value: ticket.title },
    ],
    action: { label: t("letters.follow"), url: publicUrl() + routes.order(ticket.reference) },
    footer: t("letters.footer", { organisation: ctx.organisation.name }),
    attachments: [],
  }));
}

export async function tellReply(
  ctx: Context,
  tx: Tx,
  ticket: Ticket,
  comment: { id: string; body: string },
): Promise<void> {
  const to = await requesterOf(tx, ticket);
  await writeLetter(ctx, tx, to, "ticket.reply", `ticket.reply:${comment.id}`, (t, language) => ({
    language,
    subject: t("letters.reply.subject", { reference: ticket.reference }),
    heading: t("letters.reply.heading"),
    paragraphs: comment.body.split(/\n{2,}/),
    facts: [{ label: t("letters.reference"), value: ticket.reference }],
    action: { label: t("letters.follow"), url: publicUrl() + routes.order(ticket.reference) },
    footer: t("letters.footer", { organisation: ctx.organisation.name }),
    attachments: [],
  }));
}

export async function tellLead(
  ctx: Context,
  tx: Tx,
  ticket: Ticket,
  clock: Clock,
  what: "warned" | "breached",
): Promise<void> {
  const { timeZone } = ctx.organisation;
  for (const to of await leadsOf(tx, ticket.unitPath)) {
    await writeLetter(ctx, tx, to, `ticket.${what}`, `ticket.${what}:${ticket.id}`, (t, language) => ({
      language,
      subject: t(`letters.${what}.subject`, { reference: ticket.reference }),
      heading: t(`letters.${what}.heading`),
      paragraphs: [t(`letters.${what}.body`, { due: formatInstant(clock.dueAt, { language, timeZone }) })],
      facts: [
        { label: t("letters.reference"), value: ticket.reference },
        { label: t("letters.about"), value: ticket.title },
      ],
      action: { label: t("letters.openAtDesk"), url: publicUrl() + routes.deskOrder(ticket.reference) },
      footer: t("letters.footer", { organisation: ctx.organisation.name }),
      attachments: [],
    }));
  }
}
