import { text, timestamp, uuid } from "drizzle-orm/pg-core";
import { organisations } from "./organisations";

export const id = () => uuid("id").primaryKey();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
export const createdAt = () => instant("created_at").notNull();

/** Every row belongs to an organisation; row-level security hangs on this column (see db/secure.ts). */
export const organisationId = () =>
  uuid("organisation_id")
    .notNull()
    .references(() => organisations.id);

/** A local calendar date, "YYYY-MM-DD". */
export const day = (name: string) => text(name);
