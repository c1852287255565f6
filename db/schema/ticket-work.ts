import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, day, id, instant, organisationId } from "./columns";
import { persons } from "./people";
import { tickets } from "./tickets";

/** A text with fields ("{{requester}}") to answer with. Without an owner it is everyone's at the desk. */
export const cannedAnswers = pgTable(
  "canned_answers",
  {
    id: id(),
    organisationId: organisationId(),
    ownerId: uuid("owner_id").references(() => persons.id),
    name: text("name").notNull(),
    sv: text("sv").notNull(),
    /** Without it an English reader gets the Swedish one. */
    en: text("en"),
    updatedAt: instant("updated_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [index().on(t.organisationId, t.name)],
);

export type ChecklistItem = { key: string; text: string; isRequired: boolean };

/** What is to be done with tickets of a category and of those below it; without a category, with all. */
export const checklists = pgTable(
  "checklists",
  {
    id: id(),
    organisationId: organisationId(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    category: text("category"),
    items: jsonb("items").$type<ChecklistItem[]>().notNull(),
    /** Required items that are not ticked hold back the resolution. */
    holdsBack: boolean("holds_back").notNull().default(false),
    closedAt: instant("closed_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [unique().on(t.organisationId, t.slug)],
);

/** One item done on one ticket, in the words it had then. */
export const checklistTicks = pgTable(
  "checklist_ticks",
  {
    id: id(),
    organisationId: organisationId(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    checklistId: uuid("checklist_id")
      .notNull()
      .references(() => checklists.id),
    item: text("item").notNull(),
    words: text("words").notNull(),
    byId: uuid("by_id")
      .notNull()
      .references(() => persons.id),
    at: instant("at").notNull(),
  },
  (t) => [unique().on(t.organisationId, t.ticketId, t.checklistId, t.item)],
);

/** Minutes that a person spent on a ticket on a day. */
export const timeEntries = pgTable(
  "time_entries",
  {
    id: id(),
    organisationId: organisationId(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    minutes: integer("minutes").notNull(),
    spentOn: day("spent_on").notNull(),
    createdAt: createdAt(),
    removedAt: instant("removed_at"),
  },
  (t) => [index().on(t.organisationId, t.ticketId)],
);
