import { index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bulkActs, bulkItemStates, bulkRunStates } from "../words";
import { createdAt, id, instant, organisationId } from "./columns";
import { persons } from "./people";
import { tickets } from "./tickets";

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
