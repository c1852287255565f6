import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { hardwareModels } from "@/db/schema/catalogue";
import { orders } from "@/db/schema/orders";
import { persons } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import type { Language } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { publicUrl } from "@/lib/base/env";
import { formatDay, formatMoney } from "@/lib/base/format";
import type { Translate } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { type Addressee, writeLetter } from "@/lib/letters/write-letter";
import { readClock } from "@/lib/tickets/clock";
import { requesterOf } from "@/lib/tickets/letters";
import { deliveryEvent } from "./calendar-file";
import type { ContentChange, OrderContent } from "./content";
import type { ApprovalRow, Order } from "./internal";
import type { DecideApproval, HandOver } from "./schema";

type Fact = { label: string; value: string };

/** The order's confirmation: the reference, the promise in words and as a calendar event, and what happens next. */
export async function tellPlaced(ctx: Context, tx: Tx, reference: string): Promise<void> {
  const [row] = await tx
    .select({ order: orders, ticket: tickets, hardware: hardwareModels.name })
    .from(orders)
    .innerJoin(tickets, eq(tickets.id, orders.ticketId))
    .innerJoin(hardwareModels, eq(hardwareModels.id, orders.hardwareModelId))
    .where(eq(orders.reference, reference));
  if (!row) throw new Error("the order was not written");
  const { clock } = await readClock(ctx, tx, row.ticket);
  const to = await requesterOf(tx, row.ticket);
  const waits = row.order.status === "awaiting_approval";
  await writeLetter(ctx, tx, to, "order.placed", `order.placed:${row.order.id}`, (t, language) => ({
    ...frame(ctx, t, language, { reference }),
    subject: t("letters.placed.subject", { reference, due: dayOf(ctx, clock.dueAt, language) }),
    heading: t("letters.placed.heading"),
    paragraphs: [
      t("letters.placed.promise", { due: dayOf(ctx, clock.dueAt, language) }),
      t(waits ? "letters.placed.nextApproval" : "letters.placed.nextPreparing"),
    ],
    facts: [
      { label: t("letters.reference"), value: reference },
      { label: t("letters.about"), value: row.ticket.title },
      rentFact(t, row.order, language),
      { label: t("letters.deliverTo"), value: row.order.deliverTo },
    ],
    attachments: [
      {
        filename: `${reference}.ics`,
        contentType: "text/calendar",
        content: deliveryEvent(ctx, row.ticket, clock.dueAt, language),
      },
    ],
  }));
}

type Asking = {
  order: { id: string; reference: string; requesterId: string };
  round: Pick<ApprovalRow, "id" | "remindAt">;
  content: OrderContent;
  changes: ContentChange[];
  approvers: Addressee[];
  kind: "asked" | "reminded";
};

/** Asks the approvers, or reminds them: what it costs a month and a year, for whom, and what changed since last time. */
export async function tellApprovers(ctx: Context, tx: Tx, asking: Asking): Promise<void> {
  const { order, round, content, approvers, kind } = asking;
  const [requester] = await tx.select({ name: persons.name }).from(persons).where(eq(persons.id, order.requesterId));
  const key =
    kind === "asked" ? `approval.asked:${round.id}` : `approval.reminded:${round.id}:${ctx.now.toISOString()}`;
  for (const to of approvers) {
    await writeLetter(ctx, tx, to, `approval.${kind}`, key, (t, language) => ({
      ...frame(ctx, t, language, order),
      subject: t(`letters.approval.${kind}`, { reference: order.reference }),
      heading: t("letters.approval.heading"),
      paragraphs: [
        t("letters.approval.body", { requester: requester?.name ?? "" }),
        ...asking.changes.map(({ field, from, to: after }) => {
          return t("letters.approval.change", { field: t(`orders.field.${field}`), from, to: after });
        }),
      ],
      facts: [
        { label: t("letters.reference"), value: order.reference },
        { label: t("orders.field.hardware"), value: `${content.quantity} × ${content.hardware}` },
        rentFact(t, { rentPerMonthOre: content.rentPerMonthOre * content.quantity }, language),
        { label: t("orders.field.costCentre"), value: content.costCentre },
      ],
      action: { label: t("letters.approval.action"), url: publicUrl() + routes.approval(order.reference) },
    }));
  }
}

export async function tellDecided(ctx: Context, tx: Tx, order: Order, decided: DecideApproval): Promise<void> {
  const { clock } = await readClock(ctx, tx, order.ticket);
  await tellRequester(
    ctx,
    tx,
    order,
    `order.${decided.decision}`,
    `order.decided:${order.id}:${order.version}`,
    (t, language) => ({
      subject: t(`letters.${decided.decision}.subject`, { reference: order.reference }),
      heading: t(`letters.${decided.decision}.heading`),
      paragraphs:
        decided.decision === "approved"
          ? [t("letters.approved.body", { due: dayOf(ctx, clock.dueAt, language) })]
          : [t("letters.declined.body"), decided.reason ?? ""],
    }),
  );
}

export async function tellCancelled(ctx: Context, tx: Tx, order: Order, reason: string): Promise<void> {
  await tellRequester(ctx, tx, order, "order.cancelled", `order.cancelled:${order.id}`, (t) => ({
    subject: t("letters.cancelled.subject", { reference: order.reference }),
    heading: t("letters.cancelled.heading"),
    paragraphs: [t("letters.cancelled.body"), reason],
  }));
}

/** Everything that is to be fetched is ready. */
export async function tellReady(ctx: Context, tx: Tx, order: Order): Promise<void> {
  await tellRequester(ctx, tx, order, "order.ready", `order.ready:${order.id}`, (t) => ({
    subject: t("letters.ready.subject", { reference: order.reference }),
    heading: t("letters.ready.heading"),
    paragraphs: [t("letters.ready.body", { place: order.deliverTo })],
  }));
}

/** The receipt of one hand-over, to the recipients (or the requester, for an iPad that belongs to a place). */
export async function tellHandedOver(
  ctx: Context,
  tx: Tx,
  order: Order,
  receiptId: string,
  handed: HandOver & { serials: string[]; recipientIds: string[] },
) {
  const ids = handed.recipientIds.length > 0 ? handed.recipientIds : [order.requesterId];
  const people = await tx
    .select({ id: persons.id, email: persons.email, language: persons.language })
    .from(persons)
    .where(and(inArray(persons.id, ids), isNull(persons.disabledAt)));
  for (const to of people) {
    await writeLetter(ctx, tx, to, "order.handedOver", `receipt:${receiptId}`, (t, language) => ({
      ...frame(ctx, t, language, order),
      subject: t("letters.handedOver.subject", { reference: order.reference }),
      heading: t("letters.handedOver.heading"),
      paragraphs: [t(handed.signature ? "letters.handedOver.signed" : "letters.handedOver.confirm")],
      facts: [
        { label: t("letters.reference"), value: order.reference },
        { label: t("letters.handedOver.devices"), value: handed.serials.join(", ") },
        { label: t("letters.handedOver.receivedBy"), value: handed.receivedBy },
      ],
    }));
  }
}

type Said = { subject: string; heading: string; paragraphs: string[] };

async function tellRequester(
  ctx: Context,
  tx: Tx,
  order: Order,
  kind: string,
  key: string,
  say: (t: Translate, language: Language) => Said,
) {
  const to = await requesterOf(tx, order);
  await writeLetter(ctx, tx, to, kind, key, (t, language) => ({
    ...frame(ctx, t, language, order),
    ...say(t, language),
    facts: [
      { label: t("letters.reference"), value: order.reference },
      { label: t("letters.about"), value: order.ticket.title },
    ],
  }));
}

function frame(ctx: Context, t: Translate, language: Language, order: { reference: string }) {
  return {
    language,
    action: { label: t("letters.follow"), url: publicUrl() + routes.order(order.reference) },
    footer: t("letters.footer", { organisation: ctx.organisation.name }),
    facts: [] as Fact[],
    attachments: [],
  };
}

function rentFact(t: Translate, { rentPerMonthOre }: { rentPerMonthOre: number }, language: Language): Fact {
  const month = formatMoney(rentPerMonthOre, language);
  const year = formatMoney(rentPerMonthOre * 12, language);
  return { label: t("letters.rent"), value: t("letters.rentValue", { month, year }) };
}

const dayOf = (ctx: Context, at: Date, language: Language) =>
  formatDay(at, { language, timeZone: ctx.organisation.timeZone });
