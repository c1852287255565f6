import { boolean, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

export type OrganisationSettings = {
  /** A line whose rent per month is at most this (öre) needs no approval; absent: always approved. */
  approvalFreeUpToOre?: number;
  /** Working days without an answer before the approver is reminded. */
  approvalReminderWorkingDays: number;
  servicedesk: { phone: string; email: string; place: string; calendar: string; dropIn: string };
  /** Letters leave from here until a mail connection says otherwise. */
  mailFrom: string;
  accent?: string;
};

/** The directory of municipalities: names only, nothing secret, so readable before anyone has signed in. */
export const organisations = pgTable("organisations", {
  id: uuid("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  timeZone: text("time_zone").notNull(),
  hosts: text("hosts").array().notNull().default([]),
  isDemo: boolean("is_demo").notNull().default(false),
  settings: jsonb("settings").$type<OrganisationSettings>().notNull(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date", precision: 3 }).notNull(),
});
