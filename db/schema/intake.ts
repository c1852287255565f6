import { boolean, customType, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { intakeDecisions, intakeSteps, mailOutcomes } from "../words";
import { createdAt, id, instant, organisationId } from "./columns";
import { letters } from "./history";
import { persons } from "./people";
import { comments, queues, tickets } from "./tickets";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * A mail that came in, kept as it came (it is a public record): stored before anything else is done with it, then judged, then done.
 * `key` is its Message-ID, or a hash where it has none: the same mail is there once a mailbox.
 */
export const inboundMails = pgTable(
  "inbound_mails",
  {
    id: id(),
    organisationId: organisationId(),
    mailbox: text("mailbox").notNull(),
    key: text("key").notNull(),
    /** Of what stands below the headers: tells a second delivery from another mail under the same Message-ID. */
    bodyHash: text("body_hash").notNull(),
    raw: bytes("raw").notNull(),
    /** Set where the raw message could not be fetched whole. */
    fault: text("fault"),
    receivedAt: instant("received_at").notNull(),
    step: text("step", { enum: intakeSteps }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    sender: text("sender"),
    senderName: text("sender_name"),
    subject: text("subject"),
    verdict: jsonb("verdict").$type<Record<string, unknown>>(),
    outcome: text("outcome", { enum: mailOutcomes }),
    reason: text("reason"),
    because: text("because"),
    /** Where it was filed, or which ticket an automatic answer speaks of. */
    ticketId: uuid("ticket_id").references(() => tickets.id),
    /** The ticket that it names without a right to it. */
    suggestedId: uuid("suggested_id").references(() => tickets.id),
    doneAt: instant("done_at"),
    decision: text("decision", { enum: intakeDecisions }),
    decidedReason: text("decided_reason"),
    decidedById: uuid("decided_by_id").references(() => persons.id),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    unique().on(t.organisationId, t.mailbox, t.key),
    index().on(t.organisationId, t.step, t.receivedAt),
    index().on(t.organisationId, t.outcome, t.receivedAt),
    index().on(t.organisationId, t.sender, t.doneAt),
    index().on(t.organisationId, t.ticketId),
  ],
);

/** What a mail brought to a ticket beside the words themselves; without a comment it is what opened the ticket. */
export const mailedTexts = pgTable(
  "mailed_texts",
  {
    id: id(),
    organisationId: organisationId(),
    mailId: uuid("mail_id")
      .notNull()
      .references(() => inboundMails.id),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    commentId: uuid("comment_id").references(() => comments.id),
    sender: text("sender").notNull(),
    senderName: text("sender_name").notNull(),
    /** Whether our own mail server vouched for the sender's domain. */
    isProven: boolean("is_proven").notNull(),
    supplier: text("supplier"),
    /** History and signatures, folded on the page and never dropped. */
    quoted: text("quoted").notNull(),
    /** Cleaned: no scripts, forms, styles or anything fetched from elsewhere. */
    html: text("html"),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.organisationId, t.ticketId), index().on(t.organisationId, t.commentId)],
);

/** An address that sends letters back: nothing automatic goes there until somebody lifts it. */
export const mutedAddresses = pgTable(
  "muted_addresses",
  {
    id: id(),
    organisationId: organisationId(),
    address: text("address").notNull(),
    status: text("status"),
    because: text("because").notNull(),
    letterId: uuid("letter_id").references(() => letters.id),
    mutedAt: instant("muted_at").notNull(),
    unmutedAt: instant("unmuted_at"),
    unmutedById: uuid("unmuted_by_id").references(() => persons.id),
  },
  (t) => [index().on(t.organisationId, t.address)],
);

/** A mail to ourselves, sent every hour through the whole loop. */
export const mailCanaries = pgTable(
  "mail_canaries",
  {
    id: id(),
    organisationId: organisationId(),
    letterId: uuid("letter_id")
      .notNull()
      .references(() => letters.id),
    createdAt: createdAt(),
    returnedAt: instant("returned_at"),
  },
  (t) => [index().on(t.organisationId, t.createdAt), index().on(t.organisationId, t.letterId)],
);

/** A third line outside the house: to whom a ticket was handed over by mail, and what they call it. */
export const ticketSuppliers = pgTable(
  "ticket_suppliers",
  {
    id: id(),
    organisationId: organisationId(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    queueId: uuid("queue_id")
      .notNull()
      .references(() => queues.id),
    name: text("name").notNull(),
    address: text("address").notNull(),
    supplierReference: text("supplier_reference"),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.ticketId, t.address)],
);
