import { describe, expect, it } from "vitest";
import { type Calendar, type Interval, weekdays } from "./schema";
import { addWorkingMinutes, isOpen, nextOpening, openingHoursOf, workingMinutesBetween } from "./working-time";
import { isoInZone, offsetAt } from "./zone";

function everyDay(hours: Interval[], timeZone = "Europe/Stockholm"): Calendar {
  const week = Object.fromEntries(weekdays.map((weekday) => [weekday, hours])) as Calendar["hours"];
  return { timeZone, hours: week, closed: [], special: [] };
}

const roundTheClock: Interval[] = [["00:00", "24:00"]];
const smallHours: Interval[] = [["02:15", "02:45"]];
const minutes = (calendar: Calendar, from: string, to: string) => {
  return workingMinutesBetween(calendar, new Date(from), new Date(to));
};

describe("daylight saving", () => {
  it.each([
    ["2027-03-28T00:00+01:00", "2027-03-29T00:00+02:00", 23 * 60, 0, "spring 2027"],
    ["2027-10-31T00:00+02:00", "2027-11-01T00:00+01:00", 25 * 60, 60, "autumn 2027"],
    ["2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00", 25 * 60, 60, "autumn 2026"],
    ["2027-03-27T00:00+01:00", "2027-03-28T00:00+01:00", 24 * 60, 30, "the day before"],
  ])("from %s to %s a day is %i minutes and 02:15–02:45 %i: %s", (from, to, whole, small) => {
    expect(minutes(everyDay(roundTheClock), from, to)).toBe(whole);
    expect(minutes(everyDay(smallHours), from, to)).toBe(small);
  });

  it("comes an hour later by the wall in Helsinki, at the same instant", () => {
    const helsinki = everyDay([["03:15", "03:45"]], "Europe/Helsinki");
    expect(minutes(helsinki, "2027-03-28T00:00+02:00", "2027-03-29T00:00+03:00")).toBe(0);
    expect(minutes(helsinki, "2027-10-31T00:00+03:00", "2027-11-01T00:00+02:00")).toBe(60);
  });

  it("opens twice where the same wall time comes twice", () => {
    const { spans } = openingHoursOf(everyDay(smallHours), "2027-10-31");
    expect(spans.map((span) => isoInZone(span.opensAt, "Europe/Stockholm"))).toEqual([
      "2027-10-31T02:15:00+02:00",
      "2027-10-31T02:15:00+01:00",
    ]);
    expect(openingHoursOf(everyDay(smallHours), "2027-03-28")).toMatchObject({
      spans: [],
      reason: { code: "no_hours" },
    });
  });
});

describe("several intervals", () => {
  const lunch = everyDay([
    ["08:00", "12:00"],
    ["13:00", "17:00"],
  ]);
  const night = everyDay([
    ["00:00", "06:00"],
    ["22:00", "24:00"],
  ]);

  it("leave lunch out", () => {
    expect(minutes(lunch, "2026-11-09T11:30+01:00", "2026-11-09T13:30+01:00")).toBe(60);
    expect(addWorkingMinutes(lunch, new Date("2026-11-09T11:30+01:00"), 60)).toEqual(
      new Date("2026-11-09T13:30+01:00"),
    );
  });

  it("end on the closing instant itself, not at the next opening", () => {
    expect(addWorkingMinutes(lunch, new Date("2026-11-09T11:00+01:00"), 60)).toEqual(
      new Date("2026-11-09T12:00+01:00"),
    );
  });

  it("lose no minute at midnight", () => {
    expect(minutes(night, "2026-11-09T21:00+01:00", "2026-11-10T07:00+01:00")).toBe(480);
    expect(isOpen(night, new Date("2026-11-09T23:59:59.999+01:00"))).toBe(true);
    expect(isOpen(night, new Date("2026-11-10T00:00+01:00"))).toBe(true);
  });
});

describe("opening", () => {
  const office: Calendar = {
    ...everyDay([]),
    hours: { mon: [["07:00", "17:00"]], fri: [["07:00", "16:00"]] },
    closed: [{ date: "2026-12-25", name: "juldagen" }],
    special: [
      { date: "2026-12-28", hours: [["09:00", "12:00"]], name: "mellandagarna" },
      { date: "2026-12-25", hours: [["09:00", "12:00"]] },
      { date: "2026-12-26", hours: [["10:00", "11:00"]] },
      { date: "2027-01-01", hours: [], name: "nyårsdagen" },
    ],
  };

  it("is half-open", () => {
    expect(isOpen(office, new Date("2026-12-21T07:00+01:00"))).toBe(true);
    expect(isOpen(office, new Date("2026-12-21T16:59:59.999+01:00"))).toBe(true);
    expect(isOpen(office, new Date("2026-12-21T17:00+01:00"))).toBe(false);
    expect(isOpen(office, new Date("2026-12-21T06:59:59.999+01:00"))).toBe(false);
  });

  it("comes next on the next day that has any", () => {
    expect(nextOpening(office, new Date("2026-12-21T17:00+01:00"))).toEqual(new Date("2026-12-26T10:00+01:00"));
    expect(nextOpening(office, new Date("2026-12-26T10:30+01:00"))).toEqual(new Date("2026-12-26T10:30+01:00"));
    expect(nextOpening(everyDay([]), new Date("2026-12-21T17:00+01:00"))).toBeUndefined();
  });

  it.each([
    ["2026-12-21", "working_day", undefined],
    ["2026-12-22", "no_hours", undefined],
    ["2026-12-25", "closed", "juldagen"],
    ["2026-12-26", "special_hours", undefined],
    ["2026-12-27", "weekend", undefined],
    ["2026-12-28", "half_day", "mellandagarna"],
    ["2027-01-01", "closed", "nyårsdagen"],
  ])("on %s is told as %s", (date, code, name) => {
    expect(openingHoursOf(office, date).reason).toEqual(name === undefined ? { code } : { code, name });
  });

  it("goes by the zone's own date over the new year", () => {
    const calendar = (timeZone: string): Calendar => ({
      ...everyDay(roundTheClock, timeZone),
      closed: [{ date: "2027-01-01" }],
    });
    const [from, to] = ["2026-12-31T12:00Z", "2027-01-02T12:00Z"];
    expect(minutes(calendar("Europe/Helsinki"), from, to)).toBe(24 * 60);
    expect(isOpen(calendar("Europe/Helsinki"), new Date("2026-12-31T22:00Z"))).toBe(false);
    expect(isOpen(calendar("Europe/Copenhagen"), new Date("2026-12-31T22:59Z"))).toBe(true);
    expect(isOpen(calendar("Europe/Copenhagen"), new Date("2026-12-31T23:00Z"))).toBe(false);
  });
});

describe("zones far away", () => {
  it.each(["America/Los_Angeles", "Pacific/Auckland"])("%s loses no minute where the year turns", (timeZone) => {
    const calendar = everyDay(roundTheClock, timeZone);
    expect(minutes(calendar, "2026-12-30T00:00Z", "2027-01-03T00:00Z")).toBe(4 * 1440);
  });

  it.each(["Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca", "Asia/Kathmandu", "UTC"])(
    "%s agrees with Intl",
    (timeZone) => {
      const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
      for (let at = Date.UTC(2026, 0); at < Date.UTC(2029, 0); at += 5 * 3_600_000 + 900_000) {
        const wall = Date.parse(`${format.format(at).replace(" ", "T")}Z`);
        expect(offsetAt(timeZone, at)).toBe(wall - at);
      }
    },
  );

  it("write their offset, half hours and west of Greenwich too", () => {
    const at = new Date("2026-07-01T12:00:00.250Z");
    expect(isoInZone(at, "America/St_Johns")).toBe("2026-07-01T09:30:00.250-02:30");
    expect(isoInZone(new Date("2026-07-01T12:00:00Z"), "Asia/Kathmandu")).toBe("2026-07-01T17:45:00+05:45");
  });
});
