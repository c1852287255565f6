import { bigserial, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { holdReasons, letterOrigins, letterStatuses } from "../words";
import { createdAt, id, instant, organisationId } from "./columns";

/** Append-only: the portal's role may insert and read, never change (db/secure.ts). */
export const history = pgTable(
  "history",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    organisationId: organisationId(),
    at: instant("at").notNull(),
    actorId: uuid("actor_id"),
    actorName: text("actor_name").notNull(),
    event: text("event").notNull(),
    objectKind: text("object_kind").notNull(),
    objectId: text("object_id").notNull(),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull(),
    request: text("request").notNull(),
  },
  (t) => [index().on(t.organisationId, t.objectKind, t.objectId, t.id)],
);

/** A POST that creates, by its Idempotency-Key: the first answer, kept. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    id: id(),
    organisationId: organisationId(),
    personId: uuid("person_id").notNull(),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    status: integer("status"),
    answer: jsonb("answer"),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.personId, t.key)],
);

/** A letter to be sent once. `dedupeKey` makes a repeated job write the same letter. */
export const letters = pgTable(
  "letters",
  {
    id: id(),
    organisationId: organisationId(),
    dedupeKey: text("dedupe_key").notNull(),
    kind: text("kind").notNull(),
    toAddress: text("to_address").notNull(),
    personId: uuid("person_id"),
    content: jsonb("content").$type<Record<string, unknown>>().notNull(),
    status: text("status", { enum: letterStatuses }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    claimedBy: text("claimed_by"),
    nextAttemptAt: instant("next_attempt_at"),
    lastError: text("last_error"),
    messageId: text("message_id"),
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
    origin: text("origin", { enum: letterOrigins }).notNull().default("notice"),
    /** The ticket it is about: an answer to it finds its way back. No foreign key, the tickets' table lies above. */
    ticketId: uuid("ticket_id"),
    reference: text("reference"),
    /** Why it was not sent, or not yet. */
    heldBecause: text("held_because", { enum: holdReasons }),
    /** Several notices to one person about one ticket leave as one letter: which. */
    sentWithId: uuid("sent_with_id"),
    /** It came back. */
    bouncedAt: instant("bounced_at"),
    bounce: text("bounce"),
  },
  (t) => [
    unique().on(t.organisationId, t.dedupeKey),
    index().on(t.organisationId, t.nextAttemptAt),
    index().on(t.organisationId, t.createdAt, t.id),
    index().on(t.organisationId, t.toAddress, t.sentAt),
    index().on(t.organisationId, t.ticketId, t.sentAt),
    index().on(t.organisationId, t.origin, t.sentAt),
    index().on(t.organisationId, t.messageId),
    index().on(t.organisationId, t.sentWithId),
  ],
);
