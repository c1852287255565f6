import ical from "ical-generator";
import type { Language } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { publicUrl } from "@/lib/base/env";
import { localDate } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";

/** The promised day as an iCalendar event (RFC 5545): an all-day event on the due date, the same date as everywhere else. */
export function deliveryEvent(
  ctx: Context,
  ticket: { reference: string; title: string },
  dueAt: Date,
  language: Language,
): string {
  const t = translator(language);
  const calendar = ical({ prodId: { company: ctx.organisation.name, product: "Serviceportalen" } });
  calendar.createEvent({
    id: `${ticket.reference}@${ctx.organisation.slug}.serviceportalen`,
    start: `${localDate(dueAt, ctx.organisation.timeZone)}T00:00:00`,
    allDay: true,
    stamp: ctx.now,
    summary: t("letters.event.summary", { reference: ticket.reference }),
    description: ticket.title,
    url: publicUrl() + routes.order(ticket.reference),
  });
  return calendar.toString();
}
