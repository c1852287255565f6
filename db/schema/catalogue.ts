import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { certificationSteps, hardwareClasses, roles, taskKinds, variants } from "../words";
import { createdAt, id, instant, organisationId } from "./columns";
import { persons } from "./people";

type Bilingual = { sv: string; en?: string };

export const services = pgTable(
  "services",
  {
    id: id(),
    organisationId: organisationId(),
    slug: text("slug").notNull(),
    position: integer("position").notNull().default(0),
  },
  (t) => [unique().on(t.organisationId, t.slug)],
);

/** One edition of a service description. An order keeps the version it was placed under. */
export const serviceVersions = pgTable(
  "service_versions",
  {
    id: id(),
    organisationId: organisationId(),
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id),
    number: integer("number").notNull(),
    status: text("status", { enum: ["draft", "published"] }).notNull(),
    publishedFrom: instant("published_from"),
    name: jsonb("name").$type<Bilingual>().notNull(),
    summary: jsonb("summary").$type<Bilingual>().notNull(),
    approverRole: text("approver_role", { enum: roles }),
    calendarSlug: text("calendar_slug"),
    policySlug: text("policy_slug"),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.serviceId, t.number)],
);

export const serviceSections = pgTable(
  "service_sections",
  {
    id: id(),
    organisationId: organisationId(),
    versionId: uuid("version_id")
      .notNull()
      .references(() => serviceVersions.id),
    position: integer("position").notNull(),
    key: text("key").notNull(),
    heading: jsonb("heading").$type<Bilingual>().notNull(),
    markdown: jsonb("markdown").$type<Bilingual>().notNull(),
  },
  (t) => [unique().on(t.organisationId, t.versionId, t.key)],
);

export const serviceVariants = pgTable(
  "service_variants",
  {
    id: id(),
    organisationId: organisationId(),
    versionId: uuid("version_id")
      .notNull()
      .references(() => serviceVersions.id),
    position: integer("position").notNull(),
    slug: text("slug", { enum: variants }).notNull(),
    name: jsonb("name").$type<Bilingual>().notNull(),
    summary: jsonb("summary").$type<Bilingual>().notNull(),
    /** The rows of the side-by-side table: the same keys, in the same order, for every variant of a version. */
    traits: jsonb("traits").$type<{ key: string; label: Bilingual; value: Bilingual }[]>().notNull(),
    fulfilment: text("fulfilment", { enum: taskKinds }).array().notNull(),
  },
  (t) => [unique().on(t.organisationId, t.versionId, t.slug)],
);

export const serviceAddOns = pgTable(
  "service_add_ons",
  {
    id: id(),
    organisationId: organisationId(),
    versionId: uuid("version_id")
      .notNull()
      .references(() => serviceVersions.id),
    slug: text("slug").notNull(),
    name: jsonb("name").$type<Bilingual>().notNull(),
    summary: jsonb("summary").$type<Bilingual>().notNull(),
    isOrderable: boolean("is_orderable").notNull().default(false),
  },
  (t) => [unique().on(t.organisationId, t.versionId, t.slug)],
);

export const hardwareModels = pgTable(
  "hardware_models",
  {
    id: id(),
    organisationId: organisationId(),
    slug: text("slug").notNull(),
    manufacturer: text("manufacturer").notNull(),
    name: text("name").notNull(),
    class: text("class", { enum: hardwareClasses }).notNull(),
    rentPerMonthOre: integer("rent_per_month_ore").notNull(),
    stock: integer("stock").notNull().default(0),
    isRetired: boolean("is_retired").notNull().default(false),
    position: integer("position").notNull().default(0),
  },
  (t) => [unique().on(t.organisationId, t.slug)],
);

/** The outcome of one certification step; a model is certified when all three have passed (C8). */
export const hardwareCertifications = pgTable(
  "hardware_certifications",
  {
    id: id(),
    organisationId: organisationId(),
    modelId: uuid("model_id")
      .notNull()
      .references(() => hardwareModels.id),
    step: text("step", { enum: certificationSteps }).notNull(),
    passed: boolean("passed").notNull(),
    note: text("note").notNull(),
    at: instant("at").notNull(),
    byId: uuid("by_id").references(() => persons.id),
  },
  (t) => [index().on(t.organisationId, t.modelId, t.at)],
);
