import { integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { clockTargets, type LevelTarget, type WaitingFor } from "../words";
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

/** One promise of a service level: which policy by which support window, and the waits that stop its clock. */
export type LevelPromise = {
  priority: number;
  target: LevelTarget;
  calendar: string;
  policyId: string;
  pausesFor: WaitingFor[];
};

/** One version of a service level. A ticket's clocks keep the versions that they started under. */
export const serviceLevels = pgTable(
  "service_levels",
  {
    id: id(),
    organisationId: organisationId(),
    slug: text("slug").notNull(),
    version: integer("version").notNull(),
    name: text("name").notNull(),
    promises: jsonb("promises").$type<LevelPromise[]>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.slug, t.version)],
);
