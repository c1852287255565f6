import { describe, expect, it } from "vitest";
import { demoCalendars } from "./demo-calendars";
import { openingNow } from "./opening-now";
import { deskInWords, dropInInWords } from "./opening-words";

const timeZone = "Europe/Stockholm";
const calendars = new Map(demoCalendars().map((each) => [each.slug, each.calendar]));

function named(slug: string) {
  const calendar = calendars.get(slug);
  if (!calendar) throw new Error(`no calendar ${slug}`);
  return calendar;
}

function said(at: string, language: "sv" | "en" = "sv"): string {
  const asked = { at: new Date(at), language, timeZone };
  const desk = openingNow(named("servicedesk"), asked.at);
  const dropIn = openingNow(named("drop-in"), asked.at);
  return `${deskInWords(desk, asked)}, ${dropInInWords(dropIn, asked)}`;
}

describe("the servicedesk, right now", () => {
  it.each([
    ["a Thursday afternoon", "2026-12-10T14:00:00+01:00", "Öppet till 17.00, drop-in i morgon 8–10"],
    ["a Friday afternoon", "2026-12-11T15:59:00+01:00", "Öppet till 16.00, drop-in på måndag 8–10"],
    [
      "the closing instant itself",
      "2026-12-11T16:00:00+01:00",
      "Stängt, öppnar på måndag 7.00, drop-in på måndag 8–10",
    ],
    ["before opening", "2026-12-14T06:59:00+01:00", "Stängt, öppnar i dag 7.00, drop-in i dag 8–10"],
    ["during drop-in", "2026-12-14T09:30:00+01:00", "Öppet till 17.00, drop-in nu, till 10.00"],
    ["before Christmas", "2026-12-23T18:00:00+01:00", "Stängt, öppnar på måndag 7.00, drop-in på måndag 8–10"],
    ["before a long holiday", "2026-04-02T20:00:00+02:00", "Stängt, öppnar på tisdag 7.00, drop-in på tisdag 8–10"],
    ["the night the clocks change", "2026-10-25T02:30:00+01:00", "Stängt, öppnar i morgon 7.00, drop-in i morgon 8–10"],
  ])("%s", (_, at, words) => {
    expect(said(at)).toBe(words);
  });

  it("says the same in English", () => {
    expect(said("2026-12-10T14:00:00+01:00", "en")).toBe("Open until 17:00, drop-in tomorrow 8–10");
  });

  it("writes the date when the opening is more than six days away", () => {
    const shut = { ...named("servicedesk"), hours: { wed: [["08:30", "10:00"] as [string, string]] } };
    const at = new Date("2026-12-23T12:00:00+01:00");
    const opening = openingNow({ ...shut, closed: [{ date: "2026-12-30" }] }, at);
    expect(dropInInWords(opening, { at, language: "sv", timeZone })).toBe("drop-in ons 6 jan 2027 8.30–10");
  });
});

describe("openingNow", () => {
  it("joins days that touch: Monday to Friday round the clock is one stretch", () => {
    const opening = openingNow(named("mon-fri-24h"), new Date("2026-12-09T12:00:00+01:00"));
    expect(opening).toEqual({
      isOpen: true,
      from: new Date("2026-12-09T00:00:00+01:00"),
      to: new Date("2026-12-12T00:00:00+01:00"),
    });
  });

  it("knows no opening where the calendar never opens", () => {
    const never = { ...named("delivery"), hours: {} };
    const at = new Date("2026-12-09T12:00:00+01:00");
    expect(openingNow(never, at)).toBeUndefined();
    expect(deskInWords(undefined, { at, language: "sv", timeZone })).toBe("Stängt tills vidare");
  });
});
