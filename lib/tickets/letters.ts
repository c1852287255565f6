import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { persons } from "@/db/schema/people";
import type { tickets } from "@/db/schema/tickets";
import type { HoldReason, LetterOrigin } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { publicUrl } from "@/lib/base/env";
import { formatDay, formatInstant } from "@/lib/base/format";
import type { Translate } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { LetterContent } from "@/lib/letters/schema";
import { type Addressee, writeLetter } from "@/lib/letters/write-letter";
import type { Ticket } from "./internal";
import type { PauseTicket, ResolveTicket } from "./schema";

type Told = Pick<
  typeof tickets.$inferSelect,
  "id" | "reference" | "title" | "requesterId" | "serviceLevelId" | "version" | "dueAt" | "channel"
>;
type Said = Pick<LetterContent, "subject" | "heading" | "paragraphs">;

const addressee = {
  ...{ id: persons.id, email: persons.email, language: persons.language },
  isContact: persons.isContact,
};

export async function requesterOf(
  tx: Tx,
  ticket: Pick<Ticket, "requesterId">,
): Promise<Addressee & { isContact: boolean }> {
  const [row] = await tx.select(addressee).from(persons).where(eq(persons.id, ticket.requesterId));
  if (!row) throw new Error("a ticket's requester is gone");
  return row;
}

type Telling = { kind: string; key: string; origin?: LetterOrigin; holdBecause?: HoldReason | undefined };

/**
 * A letter to the requester about their ticket; an order's ticket is followed where the order is. What they did themselves is no news
 * to them; a contact has no page to follow it on. An answer to a mail repeats nothing of it: its sender is not proven.
 */
async function tell(
  ctx: Context,
  tx: Tx,
  ticket: Told,
  telling: Telling,
  say: (t: Translate, language: Addressee["language"]) => Said,
): Promise<void> {
  const { kind, key, origin = "notice", holdBecause } = telling;
  const { isContact, ...to } = await requesterOf(tx, ticket);
  const follow = ticket.serviceLevelId ? routes.ticket : routes.order;
  const isBare = origin !== "notice";
  await writeLetter(
    ctx,
    tx,
    to,
    kind,
    key,
    (t, language) => ({
      language,
      ...say(t, language),
      facts: [
        { label: t("letters.reference"), value: ticket.reference },
        ...(isBare ? [] : [{ label: t("letters.about"), value: ticket.title }]),
      ],
      ...(isContact ? {} : { action: { label: t("letters.follow"), url: publicUrl() + follow(ticket.reference) } }),
      footer: t(isContact ? "letters.footerContact" : "letters.footerThread", { organisation: ctx.organisation.name }),
      attachments: [],
    }),
    { ticket, origin, holdBecause },
  );
}

/** Nobody is told of their own act; that there was nothing to tell stands in the log. */
function ownAct(ctx: Context, ticket: Told): Pick<Telling, "holdBecause"> {
  const isOwn = ctx.actor.kind === "person" && ctx.actor.personId === ticket.requesterId;
  return isOwn ? { holdBecause: "ownAct" } : {};
}

/** The reference, and by when somebody answers. `holdBecause`: the mail it would answer wants no answer. */
export async function tellOpened(ctx: Context, tx: Tx, ticket: Told, holdBecause?: HoldReason): Promise<void> {
  const origin = ticket.channel === "email" ? "answer" : "notice";
  const { timeZone } = ctx.organisation;
  const { reference } = ticket;
  const telling = { kind: "ticket.opened", key: `ticket.opened:${ticket.id}`, origin, holdBecause } as const;
  await tell(ctx, tx, ticket, telling, (t, language) => ({
    subject: t("letters.opened.subject", { reference }),
    heading: t("letters.opened.heading"),
    paragraphs: [t("letters.opened.body", { due: formatInstant(ticket.dueAt, { language, timeZone }) })],
  }));
}

export async function tellPaused(ctx: Context, tx: Tx, ticket: Ticket, pause: PauseTicket): Promise<void> {
  const { timeZone } = ctx.organisation;
  const key = `ticket.paused:${ticket.id}:${ticket.version}`;
  await tell(ctx, tx, ticket, { kind: "ticket.paused", key, ...ownAct(ctx, ticket) }, (t, language) => ({
    subject: t("letters.paused.subject", { reference: ticket.reference }),
    heading: t("letters.paused.heading"),
    paragraphs: [
      t(`letters.paused.waitingFor.${pause.waitingFor}`),
      pause.reason,
      ...(pause.promisedOn
        ? [t("letters.paused.promised", { day: formatDay(pause.promisedOn, { language, timeZone: "UTC" }) })]
        : []),
      t("letters.paused.resumes", { at: formatInstant(pause.reviewAt, { language, timeZone }) }),
    ],
  }));
}

export async function tellReply(
  ctx: Context,
  tx: Tx,
  ticket: Ticket,
  comment: { id: string; body: string },
): Promise<void> {
  const key = `ticket.reply:${comment.id}`;
  await tell(ctx, tx, ticket, { kind: "ticket.reply", key, origin: "person", ...ownAct(ctx, ticket) }, (t) => ({
    subject: t("letters.reply.subject", { reference: ticket.reference }),
    heading: t("letters.reply.heading"),
    paragraphs: comment.body.split(/\n{2,}/),
  }));
}

type Resolved = ResolveTicket & { opensUntil: Date };

/** What was done, and until when a reply opens it again. Nobody is told of their own act. */
export async function tellResolved(ctx: Context, tx: Tx, ticket: Ticket, done: Resolved): Promise<void> {
  const { timeZone } = ctx.organisation;
  const key = `ticket.resolved:${ticket.id}:${ticket.version}`;
  await tell(ctx, tx, ticket, { kind: "ticket.resolved", key, ...ownAct(ctx, ticket) }, (t, language) => ({
    subject: t("letters.resolved.subject", { reference: ticket.reference }),
    heading: t(`words.resolutionCode.${done.code}`),
    paragraphs: [
      ...done.resolution.split(/\n{2,}/),
      t("letters.resolved.reopens", { day: formatDay(done.opensUntil, { language, timeZone }) }),
      t("letters.resolved.closes"),
      t("letters.resolved.rate"),
    ],
  }));
}

export async function tellCancelled(ctx: Context, tx: Tx, ticket: Ticket, reason: string): Promise<void> {
  const key = `ticket.cancelled:${ticket.id}:${ticket.version}`;
  await tell(ctx, tx, ticket, { kind: "ticket.cancelled", key, ...ownAct(ctx, ticket) }, (t) => ({
    subject: t("letters.ended.subject", { reference: ticket.reference }),
    heading: t("letters.ended.heading"),
    paragraphs: [t("letters.cancelled.body"), reason],
  }));
}

/** To both sides of a merge; of a stranger's ticket nothing but that there is one is said. */
export async function tellGoesOn(ctx: Context, tx: Tx, from: Ticket, to: Ticket): Promise<void> {
  const isSame = from.requesterId === to.requesterId;
  const goesOn = { kind: "ticket.goes_on", key: `ticket.goes_on:${from.id}:${from.version}` };
  await tell(ctx, tx, from, { ...goesOn, ...ownAct(ctx, from) }, (t) => ({
    subject: t("letters.goesOn.subject", { reference: from.reference }),
    heading: t("letters.goesOn.heading"),
    paragraphs: [isSame ? t("letters.goesOn.own", { reference: to.reference }) : t("letters.goesOn.other")],
  }));
  if (isSame) return;
  const joined = { kind: "ticket.joined", key: `ticket.joined:${from.id}:${from.version}` };
  await tell(ctx, tx, to, { ...joined, ...ownAct(ctx, to) }, (t) => ({
    subject: t("letters.joined.subject", { reference: to.reference }),
    heading: t("letters.joined.heading"),
    paragraphs: [t("letters.joined.body")],
  }));
}
