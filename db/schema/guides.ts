import { sql } from "drizzle-orm";
import { boolean, customType, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { guideAudiences } from "../words";
import { createdAt, day, id, instant, organisationId } from "./columns";
import { persons } from "./people";

type Bilingual = { sv: string; en?: string };

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** A text's words with the title weighing most; generated, so that no writer can forget it. */
const searchIn = (column: string, config: "swedish" | "english", language: "sv" | "en") =>
  tsvector(column).generatedAlwaysAs(
    sql.raw(
      ["A:title", "B:summary", "C:body"]
        .map((part) => part.split(":"))
        .map(
          ([weight, of]) => `setweight(to_tsvector('${config}', coalesce(${of} ->> '${language}', '')), '${weight}')`,
        )
        .join(" || "),
    ),
  );

/** A guide by its address. What it says stands in its versions. */
export const guides = pgTable(
  "guides",
  {
    id: id(),
    organisationId: organisationId(),
    slug: text("slug").notNull(),
    /** The version that holds now; null before the first publication. */
    publishedNumber: integer("published_number"),
    /** Counts every change of the guide, for the one who comes second. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.slug)],
);

/** One edition. A draft may be rewritten; what has been published never is. */
export const guideVersions = pgTable(
  "guide_versions",
  {
    id: id(),
    organisationId: organisationId(),
    guideId: uuid("guide_id")
      .notNull()
      .references(() => guides.id),
    number: integer("number").notNull(),
    status: text("status", { enum: ["draft", "published"] }).notNull(),
    audience: text("audience", { enum: guideAudiences }).notNull(),
    /** Paths in the organisation's tree of ticket categories. */
    categories: text("categories").array().notNull(),
    title: jsonb("title").$type<Bilingual>().notNull(),
    summary: jsonb("summary").$type<Bilingual>().notNull(),
    /** Markdown. */
    body: jsonb("body").$type<Bilingual>().notNull(),
    reviewOn: day("review_on").notNull(),
    /** The version that this one brought back. */
    restoredFrom: integer("restored_from"),
    writtenById: uuid("written_by_id").references(() => persons.id),
    writtenAt: instant("written_at").notNull(),
    publishedById: uuid("published_by_id").references(() => persons.id),
    publishedAt: instant("published_at"),
    searchSv: searchIn("search_sv", "swedish", "sv"),
    searchEn: searchIn("search_en", "english", "en"),
  },
  (t) => [unique().on(t.organisationId, t.guideId, t.number)],
);

/** How often a guide was shown, a row a day. */
export const guideShowings = pgTable(
  "guide_showings",
  {
    id: id(),
    organisationId: organisationId(),
    guideId: uuid("guide_id")
      .notNull()
      .references(() => guides.id),
    day: day("day").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [unique().on(t.organisationId, t.guideId, t.day)],
);

/** "Hjälpte detta?": one answer a person, the latest. */
export const guideAnswers = pgTable(
  "guide_answers",
  {
    id: id(),
    organisationId: organisationId(),
    guideId: uuid("guide_id")
      .notNull()
      .references(() => guides.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    versionNumber: integer("version_number").notNull(),
    hasHelped: boolean("has_helped").notNull(),
    /** Came from the form where a fault is reported, and needed it no more. */
    isInsteadOfTicket: boolean("is_instead_of_ticket").notNull().default(false),
    text: text("text").notNull().default(""),
    at: instant("at").notNull(),
  },
  (t) => [unique().on(t.organisationId, t.guideId, t.personId), index().on(t.organisationId, t.guideId, t.at)],
);
