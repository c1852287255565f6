import { jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { connectionKinds } from "../words";
import { id, instant, organisationId } from "./columns";

/** How an organisation reaches one outside system. `sealed` holds the secrets, encrypted, and is never shown again. */
export const connections = pgTable(
  "connections",
  {
    id: id(),
    organisationId: organisationId(),
    kind: text("kind", { enum: connectionKinds }).notNull(),
    settings: jsonb("settings").$type<Record<string, unknown>>().notNull(),
    sealed: text("sealed"),
    updatedAt: instant("updated_at").notNull(),
    updatedById: uuid("updated_by_id"),
  },
  (t) => [unique().on(t.organisationId, t.kind)],
);

/** Where the demo's clock stands: one row, only with DEMO=1. */
export const demoClock = pgTable("demo_clock", {
  id: text("id").primaryKey(),
  /** The CLOCK setting it was started with, and the milliseconds it stands from the machine's clock. */
  setting: text("setting"),
  offsetMs: text("offset_ms").notNull(),
});
