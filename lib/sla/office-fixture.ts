import { publicHolidays } from "./holidays";
import type { Calendar, ClockEvent, Policy } from "./schema";
import { isoInZone } from "./zone";

/** For tests only: a Swedish servicedesk's hours (B1), and its log in local time. */
export const timeZone = "Europe/Stockholm";
export const day: [string, string][] = [["07:00", "17:00"]];
export const calendar: Calendar = {
  timeZone,
  hours: { mon: day, tue: day, wed: day, thu: day, fri: [["07:00", "16:00"]] },
  closed: [2026, 2027, 2028].flatMap((year) => publicHolidays("SE", year)),
  special: [{ date: "2026-04-02", hours: [["07:00", "12:00"]], name: "skärtorsdagen" }],
};
export const fortnight: Policy = { target: "delivery", amount: { workingDays: 14 } };
export const eightHours: Policy = { target: "resolution", amount: { workingMinutes: 480 } };

/** Local Swedish time, "2026-12-14 09:00". */
export function local(text: string): Date {
  const utc = new Date(`${text.replace(" ", "T")}:00Z`).getTime();
  return [1, 2].map((hours) => new Date(utc - hours * 3_600_000)).find((at) => shown(at) === text) as Date;
}

export const shown = (at: Date) => isoInZone(at, timeZone).slice(0, 16).replace("T", " ");

export function log(...lines: [string, ClockEvent["kind"], ClockEvent["waitingFor"]?][]): ClockEvent[] {
  return lines.map(([at, kind, waitingFor]) => ({ at: local(at), kind, waitingFor }));
}
