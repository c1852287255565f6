import { bigserial, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { channels, ticketStatuses, ticketTypes, visibilities, waitingFor } from "../words";
import { calendars, policies } from "./calendars";
import { createdAt, id, instant, organisationId } from "./columns";
import { persons, units } from "./people";

export const queues = pgTable(
  "queues",
  {
    id: id(),
    organisationId: organisationId(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    line: integer("line").notNull(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
  },
  (t) => [unique().on(t.organisationId, t.slug)],
);

export const tickets = pgTable(
  "tickets",
  {
    id: id(),
    organisationId: organisationId(),
    reference: text("reference").notNull().unique(),
    type: text("type", { enum: ticketTypes }).notNull(),
    title: text("title").notNull(),
    description: text("description").notNull(),
    category: text("category").notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    impact: integer("impact").notNull(),
    urgency: integer("urgency").notNull(),
    priority: integer("priority").notNull(),
    status: text("status", { enum: ticketStatuses }).notNull(),
    line: integer("line").notNull(),
    queueId: uuid("queue_id")
      .notNull()
      .references(() => queues.id),
    assigneeId: uuid("assignee_id").references(() => persons.id),
    requesterId: uuid("requester_id")
      .notNull()
      .references(() => persons.id),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    deviceSerialNumber: text("device_serial_number"),
    receivedAt: instant("received_at").notNull(),
    firstResponseAt: instant("first_response_at"),
    resolvedAt: instant("resolved_at"),
    closedAt: instant("closed_at"),
    resolution: text("resolution"),
    /** The clock of the ticket, always what lib/sla says of its events: written only by tickets/move-clock. */
    calendarId: uuid("calendar_id")
      .notNull()
      .references(() => calendars.id),
    policyId: uuid("policy_id")
      .notNull()
      .references(() => policies.id),
    dueAt: instant("due_at").notNull(),
    /** When a person must next be told (75 %, breach, review date); one indexed column for the sweep. */
    nextSweepAt: instant("next_sweep_at"),
    /** Frozen at resolution: "met" or "breached", with the versions and the ledger it was decided by. */
    verdict: jsonb("verdict").$type<Record<string, unknown>>(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index().on(t.organisationId, t.dueAt, t.id),
    index().on(t.organisationId, t.receivedAt, t.id),
    index().on(t.organisationId, t.requesterId, t.receivedAt),
    index().on(t.organisationId, t.nextSweepAt),
  ],
);

/** The clock's append-only log; `detail` holds reason, waitingFor, reviewAt, supplier. */
export const ticketEvents = pgTable(
  "ticket_events",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    organisationId: organisationId(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    at: instant("at").notNull(),
    kind: text("kind", {
      enum: ["started", "paused", "resumed", "stopped", "reopened", "cancelled", "warned", "breach_told"],
    }).notNull(),
    waitingFor: text("waiting_for", { enum: waitingFor }),
    reason: text("reason"),
    reviewAt: instant("review_at"),
    supplier: text("supplier"),
    byId: uuid("by_id"),
  },
  (t) => [index().on(t.organisationId, t.ticketId, t.id)],
);

export const comments = pgTable(
  "comments",
  {
    id: id(),
    organisationId: organisationId(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    authorId: uuid("author_id").references(() => persons.id),
    visibility: text("visibility", { enum: visibilities }).notNull(),
    body: text("body").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.organisationId, t.ticketId, t.createdAt)],
);
