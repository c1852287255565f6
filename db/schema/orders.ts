import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { decisions, lineStatuses, orderStatuses, taskKinds, taskStatuses, variants } from "../words";
import { hardwareModels, serviceVersions } from "./catalogue";
import { createdAt, id, instant, organisationId } from "./columns";
import { persons, units } from "./people";
import { tickets } from "./tickets";

/** Shares its reference with exactly one ticket: the ticket carries conversation and clock, the order lines, approvals and tasks. */
export const orders = pgTable(
  "orders",
  {
    id: id(),
    organisationId: organisationId(),
    ticketId: uuid("ticket_id")
      .notNull()
      .unique()
      .references(() => tickets.id),
    reference: text("reference").notNull().unique(),
    serviceVersionId: uuid("service_version_id")
      .notNull()
      .references(() => serviceVersions.id),
    requesterId: uuid("requester_id")
      .notNull()
      .references(() => persons.id),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    variant: text("variant", { enum: variants }).notNull(),
    hardwareModelId: uuid("hardware_model_id")
      .notNull()
      .references(() => hardwareModels.id),
    rentPerMonthOre: integer("rent_per_month_ore").notNull(),
    costCentre: text("cost_centre").notNull(),
    deliverTo: text("deliver_to").notNull(),
    note: text("note"),
    status: text("status", { enum: orderStatuses }).notNull(),
    cancelledReason: text("cancelled_reason"),
    contentHash: text("content_hash").notNull(),
    submissionKey: text("submission_key").notNull(),
    receivedAt: instant("received_at").notNull(),
    deliveredAt: instant("delivered_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    unique().on(t.organisationId, t.requesterId, t.submissionKey),
    index().on(t.organisationId, t.requesterId, t.receivedAt),
    index().on(t.organisationId, t.status, t.receivedAt),
  ],
);

export const orderLines = pgTable(
  "order_lines",
  {
    id: id(),
    organisationId: organisationId(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    position: integer("position").notNull(),
    recipientId: uuid("recipient_id").references(() => persons.id),
    status: text("status", { enum: lineStatuses }).notNull(),
    serialNumber: text("serial_number"),
    deviceAccount: text("device_account"),
    handedOverAt: instant("handed_over_at"),
    receivedBy: text("received_by"),
    acknowledgedAt: instant("acknowledged_at"),
  },
  (t) => [
    unique().on(t.organisationId, t.orderId, t.position),
    uniqueIndex("one_live_line_per_serial_number")
      .on(t.organisationId, t.serialNumber)
      .where(sql`serial_number is not null and status not in ('cancelled', 'declined')`),
  ],
);

/** Rounds are immutable: a changed order opens a new round bound to the new content. */
export const approvals = pgTable(
  "approvals",
  {
    id: id(),
    organisationId: organisationId(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    round: integer("round").notNull(),
    contentHash: text("content_hash").notNull(),
    content: jsonb("content").$type<Record<string, unknown>>().notNull(),
    requestedAt: instant("requested_at").notNull(),
    remindAt: instant("remind_at"),
    decision: text("decision", { enum: decisions }),
    reason: text("reason"),
    decidedAt: instant("decided_at"),
    decidedById: uuid("decided_by_id").references(() => persons.id),
    supersededAt: instant("superseded_at"),
  },
  (t) => [unique().on(t.organisationId, t.orderId, t.round), index().on(t.organisationId, t.remindAt)],
);

/** One step of preparing a line. What was asked, of whom, the answer and when stand in `detail`. */
export const tasks = pgTable(
  "tasks",
  {
    id: id(),
    organisationId: organisationId(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    lineId: uuid("line_id")
      .notNull()
      .references(() => orderLines.id),
    position: integer("position").notNull(),
    kind: text("kind", { enum: taskKinds }).notNull(),
    isAutomatic: boolean("is_automatic").notNull(),
    status: text("status", { enum: taskStatuses }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** The worker that runs it. Each worker holds an advisory lock while it lives: a free lock means that it died. */
    claimedBy: text("claimed_by"),
    nextAttemptAt: instant("next_attempt_at"),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    at: instant("at").notNull(),
    doneById: uuid("done_by_id").references(() => persons.id),
  },
  (t) => [
    unique().on(t.organisationId, t.lineId, t.kind),
    index().on(t.organisationId, t.orderId),
    index().on(t.organisationId, t.nextAttemptAt),
  ],
);

/** One receipt per hand-over, all its lines on it; confirmed in the portal or signed on the agent's screen. */
export const receipts = pgTable(
  "receipts",
  {
    id: id(),
    organisationId: organisationId(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    lineIds: uuid("line_ids").array().notNull(),
    receivedBy: text("received_by").notNull(),
    handedOverById: uuid("handed_over_by_id").references(() => persons.id),
    signature: text("signature"),
    confirmedById: uuid("confirmed_by_id").references(() => persons.id),
    confirmedAt: instant("confirmed_at"),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.organisationId, t.orderId)],
);
