import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { demoClock } from "@/db/schema/connections";
import { now, setClockOffset, systemNow } from "@/lib/base/clock";
import { makeTown, type Town } from "@/lib/testing/town";
import { followClock, loadClock, rowId } from "./follow-clock";
import { moveClock } from "./move-clock";
import { MoveClock } from "./schema";

let town: Town;
const settings = Symbol.for("serviceportalen.settings");
const second = 1000;

/** The settings are parsed once a process: a test that changes them asks for them anew. */
function set(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  const parsed = (globalThis as unknown as Record<symbol, { value: unknown } | undefined>)[settings];
  if (parsed) parsed.value = null;
}

beforeAll(async () => {
  town = await makeTown("staff", "administrator");
});
beforeEach(async () => {
  set({ DEMO: "1", CLOCK: "" });
  await database().delete(demoClock).where(eq(demoClock.id, rowId));
});
afterEach(() => setClockOffset(0));

const isAbout = (at: Date, wanted: string) => Math.abs(at.getTime() - new Date(wanted).getTime()) < 10 * second;
const move = (input: Record<string, string>, at?: Date) =>
  moveClock(town.as("administrator", at), MoveClock.parse(input));

describe("moveClock", () => {
  it("goes to an instant, here at once and wherever the clock is loaded", async () => {
    await move({ at: "2027-01-08T12:00:00+01:00" });
    expect(isAbout(now(), "2027-01-08T11:00:00Z")).toBe(true);
    setClockOffset(0);
    await loadClock();
    expect(isAbout(now(), "2027-01-08T11:00:00Z")).toBe(true);
  });

  it("leaves the machine's clock, by which sessions live, alone", async () => {
    const before = systemNow().getTime();
    await move({ at: "2040-01-01T00:00:00Z" });
    expect(systemNow().getTime() - before).toBeLessThan(10 * second);
  });

  it.each([
    ["hours", "PT26H", "2026-03-27T12:00:00+01:00", "2026-03-28T14:00:00+01:00"],
    [
      "a day over the spring change keeps the time of day",
      "P1D",
      "2026-03-28T12:00:00+01:00",
      "2026-03-29T12:00:00+02:00",
    ],
    ["24 hours over it do not", "PT24H", "2026-03-28T12:00:00+01:00", "2026-03-29T13:00:00+02:00"],
  ])("advances %s", async (_, advance, from, to) => {
    const moved = await move({ advance }, new Date(from));
    expect(moved.now).toEqual(new Date(to));
  });

  it("tells everyone who follows", async () => {
    let heard = () => {};
    const told = new Promise<void>((done) => {
      heard = done;
    });
    const stop = await followClock(() => isAbout(now(), "2028-02-02T08:00:00Z") && heard());
    await move({ at: "2028-02-02T08:00:00Z" });
    await told;
    await stop();
  });

  it("is the administrator's alone, and is not there without DEMO=1", async () => {
    const input = { advance: "PT1H" };
    await expect(moveClock(town.as("staff"), input)).rejects.toThrow("errors.notAllowed");
    await expect(moveClock(town.as("anonymous"), input)).rejects.toThrow("errors.notAllowed");
    set({ DEMO: "0" });
    await expect(moveClock(town.as("administrator"), input)).rejects.toThrow("errors.notFound");
  });

  it.each([
    {},
    { at: "2027-01-08T12:00:00Z", advance: "PT1H" },
    { at: "i morgon" },
    { advance: "26 timmar" },
    { at: "2027-01-08" },
  ])("refuses %j", (input) => {
    expect(MoveClock.safeParse(input).success).toBe(false);
  });
});

describe("the clock at start", () => {
  it("stands at CLOCK the first time, and goes on from there the next", async () => {
    set({ CLOCK: "2026-12-14T09:00:00+01:00" });
    await loadClock();
    expect(isAbout(now(), "2026-12-14T08:00:00Z")).toBe(true);
    await move({ advance: "PT26H" }, new Date("2026-12-14T09:00:00+01:00"));
    setClockOffset(0);
    await loadClock();
    expect(isAbout(now(), "2026-12-15T10:00:00Z")).toBe(true);
  });

  it("starts anew with another CLOCK", async () => {
    set({ CLOCK: "2026-12-14T09:00:00+01:00" });
    await loadClock();
    set({ CLOCK: "2027-06-01T09:00:00+02:00" });
    await loadClock();
    expect(isAbout(now(), "2027-06-01T07:00:00Z")).toBe(true);
  });
});
