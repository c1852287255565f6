import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { disruptionMessageKinds, incidentReportSteps } from "../words";
import { createdAt, id, instant, organisationId } from "./columns";
import { persons } from "./people";
import { tickets } from "./tickets";

type Bilingual = { sv: string; en?: string };

/** A major incident, from its declaration to its end. */
export const disruptions = pgTable(
  "disruptions",
  {
    id: id(),
    organisationId: organisationId(),
    title: jsonb("title").$type<Bilingual>().notNull(),
    affected: jsonb("affected").$type<Bilingual>().notNull(),
    meanwhile: jsonb("meanwhile").$type<Bilingual>().notNull(),
    /** Paths of ticket categories and slugs of services, on whose forms it is told. */
    categories: text("categories").array().notNull(),
    services: text("services").array().notNull(),
    /** One disruption a ticket: whoever declares it second is told. */
    fromTicketId: uuid("from_ticket_id").references(() => tickets.id),
    declaredAt: instant("declared_at").notNull(),
    declaredById: uuid("declared_by_id").notNull(),
    /** When the next news was promised; its passing is told once. */
    nextUpdateAt: instant("next_update_at"),
    lateToldAt: instant("late_told_at"),
    endedAt: instant("ended_at"),
    /** Significant by the cyber security act: since when we knew, and who said so. */
    awareAt: instant("aware_at"),
    significantAt: instant("significant_at"),
    significantById: uuid("significant_by_id"),
    nextSweepAt: instant("next_sweep_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    unique().on(t.organisationId, t.fromTicketId),
    index().on(t.organisationId, t.endedAt),
    index().on(t.organisationId, t.nextSweepAt),
  ],
);

/** What everyone has been told, in order. */
export const disruptionMessages = pgTable(
  "disruption_messages",
  {
    id: id(),
    organisationId: organisationId(),
    disruptionId: uuid("disruption_id")
      .notNull()
      .references(() => disruptions.id),
    kind: text("kind", { enum: disruptionMessageKinds }).notNull(),
    text: jsonb("text").$type<Bilingual>().notNull(),
    byId: uuid("by_id"),
    at: instant("at").notNull(),
  },
  (t) => [index().on(t.organisationId, t.disruptionId, t.at)],
);

/** "Jag har också det här": a person once. */
export const disruptionFollowers = pgTable(
  "disruption_followers",
  {
    id: id(),
    organisationId: organisationId(),
    disruptionId: uuid("disruption_id")
      .notNull()
      .references(() => disruptions.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.disruptionId, t.personId)],
);

/** Tickets about the same thing. */
export const disruptionTickets = pgTable(
  "disruption_tickets",
  {
    id: id(),
    organisationId: organisationId(),
    disruptionId: uuid("disruption_id")
      .notNull()
      .references(() => disruptions.id),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id),
    linkedById: uuid("linked_by_id"),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.disruptionId, t.ticketId), index().on(t.organisationId, t.ticketId)],
);

/** One reply to everyone concerned. `key` is the form's: sent twice it is one. */
export const disruptionAnswers = pgTable(
  "disruption_answers",
  {
    id: id(),
    organisationId: organisationId(),
    disruptionId: uuid("disruption_id")
      .notNull()
      .references(() => disruptions.id),
    key: text("key").notNull(),
    text: jsonb("text").$type<Bilingual>().notNull(),
    resolvesTickets: boolean("resolves_tickets").notNull(),
    byId: uuid("by_id")
      .notNull()
      .references(() => persons.id),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.disruptionId, t.key)],
);

/** To whom an answer goes: a follower by letter, or a ticket; each claimed once, with what came of it. */
export const disruptionDeliveries = pgTable(
  "disruption_deliveries",
  {
    id: id(),
    organisationId: organisationId(),
    answerId: uuid("answer_id")
      .notNull()
      .references(() => disruptionAnswers.id),
    personId: uuid("person_id").references(() => persons.id),
    ticketId: uuid("ticket_id").references(() => tickets.id),
    doneAt: instant("done_at"),
    /** The sentence of why it was passed by. */
    skippedBecause: text("skipped_because"),
  },
  (t) => [
    unique().on(t.organisationId, t.answerId, t.personId),
    unique().on(t.organisationId, t.answerId, t.ticketId),
    index().on(t.organisationId, t.answerId, t.doneAt),
  ],
);

/** One of the three reports: due by the calendar, warned of, and made. */
export const incidentReports = pgTable(
  "incident_reports",
  {
    id: id(),
    organisationId: organisationId(),
    disruptionId: uuid("disruption_id")
      .notNull()
      .references(() => disruptions.id),
    step: text("step", { enum: incidentReportSteps }).notNull(),
    warnAt: instant("warn_at").notNull(),
    dueAt: instant("due_at").notNull(),
    warnedAt: instant("warned_at"),
    breachToldAt: instant("breach_told_at"),
    reportedAt: instant("reported_at"),
    reportedById: uuid("reported_by_id"),
    /** To whom, and the receipt's number. */
    reportedTo: text("reported_to"),
    receipt: text("receipt"),
  },
  (t) => [unique().on(t.organisationId, t.disruptionId, t.step)],
);

/** Who receives the reports: the organisation's own choice, because the law's addressee may move. */
export const reportRecipients = pgTable(
  "report_recipients",
  {
    id: id(),
    organisationId: organisationId(),
    name: text("name").notNull(),
    contact: text("contact").notNull(),
    note: text("note").notNull().default(""),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [unique().on(t.organisationId)],
);
