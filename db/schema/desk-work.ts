import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bulkActs, bulkItemStates, bulkRunStates, identityDocuments, visitKinds, visitStatuses } from "../words";
import { createdAt, id, instant, organisationId } from "./columns";
import { persons } from "./people";
import { tickets } from "./tickets";

/** Who has a ticket open, by the machine's clock; forgotten after forty seconds, and unlogged (db/secure/live.ts): it is worth no more. */
export const ticketPresence = pgTable(
  "ticket_presence",
  {
    organisationId: organisationId(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    isWriting: boolean("is_writing").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.personId] }), index().on(t.organisationId, t.seenAt)],
);

/** A visit to the desk about a ticket: dropped in, or at a booked time. Of a proof of identity its kind is kept, never its number. */
export const visits = pgTable(
  "visits",
  {
    id: id(),
    organisationId: organisationId(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    kind: text("kind", { enum: visitKinds }).notNull(),
    status: text("status", { enum: visitStatuses }).notNull(),
    startsAt: instant("starts_at").notNull(),
    bookedById: uuid("booked_by_id")
      .notNull()
      .references(() => persons.id),
    arrivedAt: instant("arrived_at"),
    endedAt: instant("ended_at"),
    identityBy: text("identity_by", { enum: identityDocuments }),
    identityCheckedById: uuid("identity_checked_by_id").references(() => persons.id),
    identityCheckedAt: instant("identity_checked_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.organisationId, t.startsAt),
    index().on(t.organisationId, t.ticketId),
    uniqueIndex("one_coming_visit_a_ticket")
      .on(t.organisationId, t.ticketId)
      .where(sql`status in ('booked', 'arrived')`),
  ],
);

/** A view of the queue that somebody has named for themselves: what the address bar asked, and which columns. */
export const ticketViews = pgTable(
  "ticket_views",
  {
    id: id(),
    organisationId: organisationId(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    name: text("name").notNull(),
    /** The filters as the address bar has them. */
    query: text("query").notNull(),
    columns: text("columns").array().notNull(),
    position: integer("position").notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.personId, t.name)],
);

/** Which columns of the queue a person wants to see; without a row the usual ones. */
export const queueColumns = pgTable(
  "queue_columns",
  {
    id: id(),
    organisationId: organisationId(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    columns: text("columns").array().notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [unique().on(t.organisationId, t.personId)],
);

/** A sentence by its key, told in the language of whoever reads it. */
export type StoredSentence = { key: string; values?: Record<string, string | number> };

/** One act on many tickets: prepared and looked at, then run ticket by ticket. */
export const bulkRuns = pgTable(
  "bulk_runs",
  {
    id: id(),
    organisationId: organisationId(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    act: text("act", { enum: bulkActs }).notNull(),
    /** What the act is given, as its schema has parsed it. */
    input: jsonb("input").$type<Record<string, unknown>>().notNull(),
    status: text("status", { enum: bulkRunStates }).notNull(),
    /** The queue's address to go back to. */
    returnTo: text("return_to").notNull(),
    undoOf: uuid("undo_of"),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
  },
  (t) => [index().on(t.organisationId, t.personId, t.createdAt), unique().on(t.organisationId, t.undoOf)],
);

/** One ticket of a run. It leaves "pending" in the transaction that changes the ticket: never done twice, never half. */
export const bulkItems = pgTable(
  "bulk_items",
  {
    id: id(),
    organisationId: organisationId(),
    runId: uuid("run_id")
      .notNull()
      .references(() => bulkRuns.id),
    position: integer("position").notNull(),
    /** Null where no such ticket may be seen. */
    ticketId: uuid("ticket_id").references(() => tickets.id),
    reference: text("reference").notNull(),
    /** The version that stood when it was looked at. */
    version: integer("version"),
    /** What this one is given on top of what all are given: an undo gives each its own back. */
    input: jsonb("input").$type<Record<string, unknown>>(),
    state: text("state", { enum: bulkItemStates }).notNull().default("pending"),
    why: jsonb("why").$type<StoredSentence>(),
    /** What would give it back what it had, with the version that the act left behind. */
    undo: jsonb("undo").$type<{ input: Record<string, unknown>; version: number }>(),
    /** Letters the act would have sent; at the end they become one per requester. */
    letters: jsonb("letters").$type<unknown[]>(),
    settledAt: instant("settled_at"),
  },
  (t) => [unique().on(t.organisationId, t.runId, t.position), unique().on(t.organisationId, t.runId, t.reference)],
);
