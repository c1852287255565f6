import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { now } from "@/lib/base/clock";
import { NotFound } from "@/lib/base/errors";
import type { Calendar } from "@/lib/sla/schema";
import { currentCalendar } from "./queries";

/** A municipality's calendar by its two names ("aminne/delivery"), for commands. NotFound where either is unknown. */
export async function namedCalendar(organisationSlug: string, calendarSlug: string): Promise<Calendar> {
  const [organisation] = await database().select().from(organisations).where(eq(organisations.slug, organisationSlug));
  if (!organisation) throw new NotFound("calendars.noSuchCalendar");
  const ctx = { organisation, actor: { kind: "portal" }, now: now(), language: "sv", request: "sla" } as const;
  return (await currentCalendar(ctx, calendarSlug)).calendar;
}
