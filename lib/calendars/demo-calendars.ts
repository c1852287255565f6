import type { Policy, WeekHours } from "@/lib/sla/schema";
import { generateCalendar } from "./generate-calendar";
import type { SaveCalendar, SavePolicy } from "./schema";

const years = { from: 2025, to: 2035 };

const everyWeekday = (from: string, to: string): WeekHours => ({
  mon: [[from, to]],
  tue: [[from, to]],
  wed: [[from, to]],
  thu: [[from, to]],
  fri: [[from, to]],
});

const deskHours: WeekHours = { ...everyWeekday("07:00", "17:00"), fri: [["07:00", "16:00"]] };

/** Opening hours of the servicedesk and its drop-in (B1), and the three support windows there are to choose from (C2). */
const hours: { slug: string; name: string; hours: WeekHours }[] = [
  { slug: "delivery", name: "Leveranser", hours: deskHours },
  { slug: "servicedesk", name: "Servicedesk", hours: deskHours },
  { slug: "drop-in", name: "Drop-in", hours: everyWeekday("08:00", "10:00") },
  { slug: "weekdays-8-17", name: "Vardagar 8–17", hours: everyWeekday("08:00", "17:00") },
  { slug: "weekdays-7-22", name: "Vardagar 7–22", hours: everyWeekday("07:00", "22:00") },
  { slug: "mon-fri-24h", name: "Måndag–fredag dygnet runt", hours: everyWeekday("00:00", "24:00") },
];

/** The calendars of a demo municipality, Swedish holidays and eves written out. */
export function demoCalendars(): SaveCalendar[] {
  return hours.map(({ slug, name, hours: week }) => {
    return { slug, name, basedOn: 0, calendar: generateCalendar({ country: "SE", hours: week, years }) };
  });
}

const delivery: Policy = { target: "delivery", amount: { workingDays: 14 }, pausesWhileAwaitingApproval: true };

/** The service levels of a demo municipality: 14 working days from order to hand-over (A9). */
export function demoPolicies(): SavePolicy[] {
  return [{ slug: "delivery", basedOn: 0, policy: delivery }];
}
