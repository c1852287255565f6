import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { identityDocuments, visitKinds, visitStatuses } from "../words";
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
