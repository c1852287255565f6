import { integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { clockTargets } from "../words";
import { createdAt, id, organisationId } from "./columns";

/** One version of a calendar; `content` is lib/sla's Calendar. A running clock keeps its version. */
export const calendars = pgTable(
  "calendars",
  {
    id: id(),
    organisationId: organisationId(),
    slug: text("slug").notNull(),
    version: integer("version").notNull(),
    name: text("name").notNull(),
    content: jsonb("content").$type<unknown>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.slug, t.version)],
);

/** One version of a service level's policy; `content` is lib/sla's Policy. */
export const policies = pgTable(
  "policies",
  {
    id: id(),
    organisationId: organisationId(),
    slug: text("slug").notNull(),
    version: integer("version").notNull(),
    target: text("target", { enum: clockTargets }).notNull(),
    content: jsonb("content").$type<unknown>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.slug, t.version)],
);
