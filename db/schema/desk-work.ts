import { boolean, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, organisationId } from "./columns";
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
