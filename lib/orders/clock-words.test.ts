import { describe, expect, it } from "vitest";
import { evaluate } from "@/lib/sla/evaluate";
import type { Calendar, ClockEvent } from "@/lib/sla/schema";
import { clockInWords } from "./clock-words";

const office: Calendar["hours"]["mon"] = [["07:00", "17:00"]];
const calendar: Calendar = {
  timeZone: "Europe/Stockholm",
  hours: { mon: office, tue: office, wed: office, thu: office, fri: [["07:00", "16:00"]] },
  closed: ["24", "25", "31"]
    .map((day) => ({ date: `2026-12-${day}` }))
    .concat([{ date: "2027-01-01" }, { date: "2027-01-06" }]),
  special: [],
};
const policy = { target: "delivery" as const, amount: { workingDays: 14 } };
const at = (text: string) => new Date(`${text}+01:00`);
const started: ClockEvent = { at: at("2026-12-14T09:00:00"), kind: "started" };

function read(now: string, events: ClockEvent[] = [], isEnded = false, language: "sv" | "en" = "sv") {
  const clock = evaluate([started, ...events], calendar, policy, at(now));
  return clockInWords(clock, { language, timeZone: "Europe/Stockholm", now: at(now), isEnded });
}

describe("clockInWords", () => {
  it.each([
    ["2026-12-14T09:00:00", "14 arbetsdagar kvar, fre 8 jan", "information"],
    ["2027-01-04T09:00:00", "3 arbetsdagar kvar, fre 8 jan", "information"],
    ["2027-01-05T09:00:00", "2 arbetsdagar kvar, fre 8 jan", "soon"],
    ["2027-01-07T09:00:00", "1 arbetsdag kvar, fre 8 jan", "soon"],
    ["2027-01-08T09:00:00", "Sista dagen i dag, fre 8 jan", "soon"],
    ["2027-01-08T18:00:00", "Försenad sedan i dag, fre 8 jan", "broken"],
    ["2027-01-12T09:00:00", "2 arbetsdagar försenad, fre 8 jan", "broken"],
  ])("says at %s: %s", (now, words, tone) => {
    expect(read(now)).toMatchObject({ words, tone });
  });

  it("says that it waits, and that the day may move", () => {
    const paused: ClockEvent = { at: at("2026-12-16T09:00:00"), kind: "paused", waitingFor: "supplier" };
    expect(read("2026-12-17T09:00:00", [paused])).toMatchObject({
      words: "Pausad, fre 8 jan kan flyttas",
      tone: "waiting",
    });
  });

  it("says the verdict when it has ended", () => {
    const stopped = (text: string): ClockEvent => ({ at: at(text), kind: "stopped" });
    expect(read("2027-02-01T09:00:00", [stopped("2027-01-08T15:00:00")], true)).toMatchObject({
      words: "Klar i tid",
      tone: "kept",
    });
    expect(read("2027-02-01T09:00:00", [stopped("2027-01-11T09:00:00")], true)).toMatchObject({
      words: "Klar för sent",
      tone: "broken",
    });
  });

  it("says it in English too", () => {
    expect(read("2027-01-04T09:00:00", [], false, "en").words).toMatch(/3 working days left, Fri 8 Jan/);
  });
});
