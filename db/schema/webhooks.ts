import { bigserial, boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { webhookDeliveryStatuses, webhookPauseReasons } from "../words";
import { createdAt, id, instant, organisationId } from "./columns";

/** An address of another system that is told when something happens to a ticket. */
export const webhooks = pgTable(
  "webhooks",
  {
    id: id(),
    organisationId: organisationId(),
    url: text("url").notNull(),
    events: text("events").array().notNull(),
    /** An administrator has said that this receiver may hear of confidential tickets too. */
    includesConfidential: boolean("includes_confidential").notNull().default(false),
    sealedSecret: text("sealed_secret").notNull(),
    /** After a change of secret both sign, until then. */
    previousSealedSecret: text("previous_sealed_secret"),
    previousUntil: instant("previous_until"),
    createdAt: createdAt(),
    createdById: uuid("created_by_id").notNull(),
    /** Failures in a row, and since when. */
    failures: integer("failures").notNull().default(0),
    failingSince: instant("failing_since"),
    pausedAt: instant("paused_at"),
    pauseReason: text("pause_reason", { enum: webhookPauseReasons }),
    removedAt: instant("removed_at"),
  },
  (t) => [index().on(t.organisationId, t.createdAt)],
);

/** One event for one receiver, written by a trigger in the transaction of the act (db/secure/webhooks.ts). */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: id(),
    organisationId: organisationId(),
    webhookId: uuid("webhook_id")
      .notNull()
      .references(() => webhooks.id),
    event: text("event").notNull(),
    /** Null for a trial. */
    reference: text("reference"),
    version: integer("version"),
    at: instant("at").notNull(),
    status: text("status", { enum: webhookDeliveryStatuses }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    claimedBy: text("claimed_by"),
    nextAttemptAt: instant("next_attempt_at"),
  },
  (t) => [
    index().on(t.organisationId, t.webhookId, t.at, t.id),
    index().on(t.organisationId, t.status, t.nextAttemptAt),
  ],
);

/** Each try, by the machine's clock. `status`: what the receiver answered; null where it did not. */
export const webhookAttempts = pgTable(
  "webhook_attempts",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    organisationId: organisationId(),
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: "cascade" }),
    at: instant("at").notNull(),
    status: integer("status"),
    ms: integer("ms").notNull(),
    error: text("error"),
  },
  (t) => [index().on(t.organisationId, t.deliveryId, t.id)],
);
