import { customType, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, organisationId } from "./columns";
import { tickets } from "./tickets";

const words = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * What tickets are found by. Written by triggers in the transaction of the change, read by one function (db/secure/search.ts); the
 * application role may do neither itself. Narrow rows: the two large columns stand apart on the disk.
 */
export const ticketSearch = pgTable("ticket_search", {
  ticketId: uuid("ticket_id")
    .primaryKey()
    .references(() => tickets.id, { onDelete: "cascade" }),
  organisationId: organisationId(),
  receivedAt: instant("received_at").notNull(),
  /** Reference with and without its hyphen, serial number: as they are typed, in lower case. */
  identifiers: text("identifiers").array().notNull(),
  /** Those and names and addresses, for any part of them. */
  names: text("names").notNull(),
  titleWords: words("title_words").notNull(),
  /** All that those who work on it may read. */
  allWords: words("all_words").notNull(),
  /** What its requester may read; null where that is all there is. */
  publicWords: words("public_words"),
});
