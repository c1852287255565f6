import { index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { ratings, reportTopics, scopeAnswers as scopeAnswerWords, triedSteps } from "../words";
import { createdAt, id, instant, organisationId } from "./columns";
import { persons } from "./people";
import { tickets } from "./tickets";

/** What a person sent from the report form: the key by which a second sending is the same ticket, and what they had tried. */
export const ticketReports = pgTable(
  "ticket_reports",
  {
    id: id(),
    organisationId: organisationId(),
    requesterId: uuid("requester_id")
      .notNull()
      .references(() => persons.id),
    submissionKey: text("submission_key").notNull(),
    ticketId: uuid("ticket_id")
      .notNull()
      .unique()
      .references(() => tickets.id),
    topic: text("topic", { enum: reportTopics }).notNull(),
    tried: text("tried", { enum: triedSteps }).array().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.requesterId, t.submissionKey)],
);

/** Answers to what lies outside the desk's scope (A12, B2, B6); whose they were is not kept, only that there was one. */
export const scopeAnswers = pgTable(
  "scope_answers",
  {
    id: id(),
    organisationId: organisationId(),
    submissionKey: text("submission_key").notNull(),
    topic: text("topic", { enum: reportTopics }).notNull(),
    answer: text("answer", { enum: scopeAnswerWords }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.submissionKey, t.topic, t.answer), index().on(t.organisationId, t.createdAt)],
);

/** What the requester thought of a solution; one for each time that the ticket was resolved. */
export const ticketRatings = pgTable(
  "ticket_ratings",
  {
    id: id(),
    organisationId: organisationId(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    resolvedAt: instant("resolved_at").notNull(),
    rating: text("rating", { enum: ratings }).notNull(),
    text: text("text").notNull().default(""),
    ratedAt: instant("rated_at").notNull(),
  },
  (t) => [unique().on(t.organisationId, t.ticketId, t.resolvedAt)],
);
