import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { languages, roles, tokenScopes, unitKinds } from "../words";
import { createdAt, day, id, instant, organisationId } from "./columns";

/** A tree by materialised path: "/aminne/skola/bjorkskolan/" lies under "/aminne/skola/". */
export const units = pgTable(
  "units",
  {
    id: id(),
    organisationId: organisationId(),
    parentId: uuid("parent_id"),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    kind: text("kind", { enum: unitKinds }).notNull(),
    path: text("path").notNull(),
  },
  (t) => [unique().on(t.organisationId, t.slug), unique().on(t.organisationId, t.path)],
);

export const costCentres = pgTable(
  "cost_centres",
  {
    id: id(),
    organisationId: organisationId(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    code: text("code").notNull(),
    name: text("name").notNull(),
  },
  (t) => [unique().on(t.organisationId, t.unitId, t.code)],
);

export const persons = pgTable(
  "persons",
  {
    id: id(),
    organisationId: organisationId(),
    /** Display and letters only; a person is known by identities (issuer, subject). Lower case. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    account: text("account"),
    phone: text("phone"),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    language: text("language", { enum: languages }).notNull().default("sv"),
    hasProtectedIdentity: boolean("has_protected_identity").notNull().default(false),
    disabledAt: instant("disabled_at"),
    /** Somebody who wrote to the desk from outside: an address and nothing more. Disabled from the first moment, so never signed in. */
    isContact: boolean("is_contact").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.organisationId, t.email),
    index().on(t.organisationId, t.unitId),
    check("contacts_never_sign_in", sql`not ${t.isContact} or ${t.disabledAt} is not null`),
  ],
);

export const identities = pgTable(
  "identities",
  {
    id: id(),
    organisationId: organisationId(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.organisationId, t.issuer, t.subject)],
);

/** A role holds within a unit's subtree. `source` says who may take it away again. */
export const roleAssignments = pgTable(
  "role_assignments",
  {
    id: id(),
    organisationId: organisationId(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    role: text("role", { enum: roles }).notNull(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    source: text("source", { enum: ["administrator", "identity_provider"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.organisationId, t.personId, t.role, t.unitId, t.source),
    index().on(t.organisationId, t.unitId, t.role),
  ],
);

/** Which group of the identity provider gives which role where; kept by the administrator. */
export const groupMappings = pgTable(
  "group_mappings",
  {
    id: id(),
    organisationId: organisationId(),
    groupName: text("group_name").notNull(),
    role: text("role", { enum: roles }).notNull(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
  },
  (t) => [unique().on(t.organisationId, t.groupName, t.role, t.unitId)],
);

/** Someone acts for an approver between two dates, both included. */
export const substitutes = pgTable(
  "substitutes",
  {
    id: id(),
    organisationId: organisationId(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    substituteId: uuid("substitute_id")
      .notNull()
      .references(() => persons.id),
    fromDate: day("from_date").notNull(),
    toDate: day("to_date").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.organisationId, t.substituteId)],
);

/** A signed-in browser. Lifetimes follow the machine's clock, never the demo's. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    organisationId: organisationId(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: createdAt(),
    authenticatedAt: instant("authenticated_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    userAgent: text("user_agent"),
  },
  (t) => [index().on(t.organisationId, t.personId)],
);

export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    organisationId: organisationId(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    name: text("name").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    scopes: text("scopes", { enum: tokenScopes }).array().notNull(),
    createdAt: createdAt(),
    /** Set where its making stands for a sign-in (`npm run token`); a token made on a page proves nothing anew. */
    authenticatedAt: instant("authenticated_at"),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [index().on(t.organisationId, t.personId)],
);

/** What a person has typed and not yet sent; visible to its author alone. `claim` is for an author whose session had ended. */
export const drafts = pgTable(
  "drafts",
  {
    id: id(),
    organisationId: organisationId(),
    personId: uuid("person_id").references(() => persons.id),
    claimHash: text("claim_hash"),
    form: text("form").notNull(),
    content: text("content").notNull(),
    version: integer("version").notNull().default(1),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index().on(t.organisationId, t.personId, t.form)],
);
