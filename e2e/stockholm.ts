import { offsetAt } from "@/lib/sla/zone";

/** The instant at which clocks in Sweden show this, in summer as in winter. */
export function at(date: string, time: string): string {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  return new Date(asUtc - offsetAt("Europe/Stockholm", asUtc)).toISOString();
}
