import { expect, it } from "vitest";
import { Calendar } from "@/lib/sla/schema";
import { slotsOfDay } from "./visit-slots";

const calendar = (hours: Record<string, [string, string][]>, closed: string[] = []) =>
  Calendar.parse({
    ...{ timeZone: "Europe/Stockholm", hours, special: [] },
    closed: closed.map((date) => ({ date })),
  });
const desk = calendar({ mon: [["07:00", "17:00"]], fri: [["07:00", "16:00"]] }, ["2026-12-25"]);
const dropIn = calendar({ mon: [["08:00", "10:00"]], fri: [["08:00", "10:00"]] });
const at = (slots: Date[]) =>
  slots.map((slot) => slot.toLocaleTimeString("sv-SE", { timeZone: "Europe/Stockholm", timeStyle: "short" }));

it.each([
  ["2026-12-14", 4 + 28, "07:00", "16:45"],
  ["2026-12-18", 4 + 24, "07:00", "15:45"],
])("%s has %d slots from %s to %s, none within the walk-in hours", (date, count, first, last) => {
  const slots = at(slotsOfDay(desk, dropIn, date));
  expect([slots.length, slots[0], slots.at(-1)]).toEqual([count, first, last]);
  expect(slots.filter((slot) => slot >= "08:00" && slot < "10:00")).toEqual([]);
  expect(slots).toContain("07:45");
  expect(slots).toContain("10:00");
});

it.each(["2026-12-25", "2026-12-19"])("%s is closed and has none", (date) => {
  expect(slotsOfDay(desk, dropIn, date)).toEqual([]);
});
