import { bigint, bigserial, boolean, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import {
  type ClockTarget,
  channels,
  clockTargets,
  deviceOwnerships,
  resolutionCodes,
  ticketEndings,
  ticketStatuses,
  ticketTypes,
  visibilities,
  type WaitingFor,
  waitingFor,
} from "../words";
import { calendars, policies, serviceLevels } from "./calendars";
import { createdAt, day, id, instant, organisationId } from "./columns";
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
    /** A closed queue owns nothing; it can be closed only when it is empty. */
    closedAt: instant("closed_at"),
    /** A third line outside the house (D4): what is handed over to the queue goes there by mail. */
    supplierName: text("supplier_name"),
    supplierAddress: text("supplier_address"),
    /** What the supplier knows the organisation by: a customer's or an agreement's number. Stands in every letter there. */
    supplierReference: text("supplier_reference"),
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
    /** A path in the organisation's tree of categories: "ipad/synk" lies under "ipad". */
    category: text("category").notNull(),
    /** Seen only by the requester, the assignee and the owning queue's members. From the category, or a protected identity. */
    isConfidential: boolean("is_confidential").notNull().default(false),
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
    printer: text("printer"),
    ownership: text("ownership", { enum: deviceOwnerships }),
    receivedAt: instant("received_at").notNull(),
    firstResponseAt: instant("first_response_at"),
    resolvedAt: instant("resolved_at"),
    closedAt: instant("closed_at"),
    resolution: text("resolution"),
    resolutionCode: text("resolution_code", { enum: resolutionCodes }),
    endedAs: text("ended_as", { enum: ticketEndings }),
    /** Null for an order's ticket, whose one clock is the delivery that its service promises. */
    serviceLevelId: uuid("service_level_id").references(() => serviceLevels.id),
    /** The main clock (resolution or delivery), always what lib/sla says of the events: written only by tickets/clock. */
    calendarId: uuid("calendar_id")
      .notNull()
      .references(() => calendars.id),
    policyId: uuid("policy_id")
      .notNull()
      .references(() => policies.id),
    /** The nearest due instant of all the clocks that still run. */
    dueAt: instant("due_at").notNull(),
    /** When something must next be done (75 %, breach, review date, closing by itself); one indexed column for the sweep. */
    nextSweepAt: instant("next_sweep_at"),
    /** Frozen at resolution: "met" or "breached", with the versions and the ledger it was decided by. */
    verdict: jsonb("verdict").$type<Record<string, unknown>>(),
    version: integer("version").notNull().default(1),
    /** The transactions that opened and last changed it, set by a trigger (db/secure/live.ts): how a live stream resumes. */
    openedIn: bigint("opened_in", { mode: "number" }).notNull().default(0),
    changedIn: bigint("changed_in", { mode: "number" }).notNull().default(0),
  },
  (t) => [
    index().on(t.organisationId, t.changedIn),
    // What is open is found by the indexes of db/secure/queue-indexes.ts.
    index().on(t.organisationId, t.receivedAt, t.id),
    index().on(t.organisationId, t.requesterId, t.receivedAt),
    index().on(t.organisationId, t.nextSweepAt),
    index().on(t.organisationId, t.queueId, t.receivedAt),
    index().on(t.organisationId, t.assigneeId, t.receivedAt),
  ],
);

/** One clock that an event starts: the versions it runs by, and the waits that stop it. */
export type ClockSetting = { target: ClockTarget; calendarId: string; policyId: string; pausesFor: WaitingFor[] };

/** The clocks' append-only log: all that lib/sla is asked about. `clocks` stands where clocks begin or are replaced. */
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
      enum: [
        ...["started", "paused", "resumed", "stopped", "reopened", "cancelled", "warned", "breach_told"],
        ...["responded", "replaced"],
      ] as const,
    }).notNull(),
    clocks: jsonb("clocks").$type<ClockSetting[]>(),
    /** Of which clock a person was told; null means the only one. */
    target: text("target", { enum: clockTargets }),
    waitingFor: text("waiting_for", { enum: waitingFor }),
    reason: text("reason"),
    reviewAt: instant("review_at"),
    supplier: text("supplier"),
    supplierReference: text("supplier_reference"),
    promisedOn: day("promised_on"),
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
