import { bigserial, boolean, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { clockTargets, escalationSteps, ticketLinkKinds, ticketStatuses } from "../words";
import { createdAt, id, instant, organisationId } from "./columns";
import { persons } from "./people";
import { queues, tickets } from "./tickets";

/** One tree per organisation by path: "ipad/synk" lies under "ipad", and is confidential where any above it is. */
export const ticketCategories = pgTable(
  "ticket_categories",
  {
    id: id(),
    organisationId: organisationId(),
    path: text("path").notNull(),
    name: text("name").notNull(),
    isConfidential: boolean("is_confidential").notNull().default(false),
    /** Where its tickets begin (C1); without a queue, in the first staffed one of the line. */
    line: integer("line").notNull().default(1),
    queueId: uuid("queue_id").references(() => queues.id),
    serviceLevel: text("service_level").notNull().default("standard"),
    closedAt: instant("closed_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [unique().on(t.organisationId, t.path)],
);

/** Who works a queue. */
export const queueMembers = pgTable(
  "queue_members",
  {
    id: id(),
    organisationId: organisationId(),
    queueId: uuid("queue_id")
      .notNull()
      .references(() => queues.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.queueId, t.personId), index().on(t.organisationId, t.personId)],
);

/** Impact × urgency → priority, 1–4 each: `content[impact - 1][urgency - 1]`. The newest version holds. */
export const priorityMatrices = pgTable(
  "priority_matrices",
  {
    id: id(),
    organisationId: organisationId(),
    version: integer("version").notNull(),
    content: jsonb("content").$type<number[][]>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.version)],
);

/** Every move between queues and lines, append-only: "solved in first line" is counted from here alone. */
export const ticketTransfers = pgTable(
  "ticket_transfers",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    organisationId: organisationId(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    fromQueueId: uuid("from_queue_id")
      .notNull()
      .references(() => queues.id),
    toQueueId: uuid("to_queue_id")
      .notNull()
      .references(() => queues.id),
    fromLine: integer("from_line").notNull(),
    line: integer("line").notNull(),
    reason: text("reason").notNull(),
    known: text("known").notNull(),
    tried: text("tried").notNull(),
    asked: text("asked").notNull(),
    byId: uuid("by_id"),
    at: instant("at").notNull(),
  },
  (t) => [index().on(t.organisationId, t.ticketId, t.id)],
);

/** From the ticket that came of, repeats or went into another, to that other. */
export const ticketLinks = pgTable(
  "ticket_links",
  {
    id: id(),
    organisationId: organisationId(),
    fromId: uuid("from_id")
      .notNull()
      .references(() => tickets.id),
    toId: uuid("to_id")
      .notNull()
      .references(() => tickets.id),
    kind: text("kind", { enum: ticketLinkKinds }).notNull(),
    /** What the ticket was when it went into the other, so that it can be that again. */
    statusBefore: text("status_before", { enum: ticketStatuses }),
    byId: uuid("by_id"),
    createdAt: createdAt(),
    undoneAt: instant("undone_at"),
  },
  (t) => [index().on(t.organisationId, t.fromId), index().on(t.organisationId, t.toId)],
);

/** One telling upwards, by the event that brought it about: claimed by its worker, so told once. */
export const escalations = pgTable(
  "escalations",
  {
    id: id(),
    organisationId: organisationId(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    target: text("target", { enum: clockTargets }).notNull(),
    step: text("step", { enum: escalationSteps }).notNull(),
    dueAt: instant("due_at").notNull(),
    createdAt: createdAt(),
    toldAt: instant("told_at"),
    toldTo: uuid("told_to").array(),
  },
  (t) => [index().on(t.organisationId, t.ticketId)],
);
