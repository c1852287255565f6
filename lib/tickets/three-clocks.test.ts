import { beforeAll, describe, expect, it } from "vitest";
import { clocksOf, faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { classifyTicket } from "./classify-ticket";
import { pauseTicket } from "./pause-ticket";
import { getTicket } from "./queries";
import { reopenTicket } from "./reopen-ticket";
import { resolveTicket } from "./resolve-ticket";
import { resumeTicket } from "./resume-ticket";
import { ResolveTicket } from "./schema";
import { writeComment } from "./write-comment";

/** A Monday in December; the desk is open 7–17, Fridays 7–16. */
const at = (time: string, day = 14) => new Date(`2026-12-${day}T${time}:00+01:00`);
const iso = (time: string, day = 14) => at(time, day).toISOString();
const done = ResolveTicket.parse({ resolution: "Startade om tjänsten" });

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

const reply = async (reference: string, when: Date, who = "first") =>
  writeComment(await world.as(who, when), { reference, body: "Vi tittar på det", visibility: "public" });

const wait = async (reference: string, when: Date, waitingFor: "requester" | "supplier") =>
  pauseTicket(await world.as("first", when), {
    ...{ reference, reason: "Väntar på svar", waitingFor, reviewAt: at("09:00", 21) },
    ...(waitingFor === "supplier" ? { supplier: "Atlas" } : {}),
  });

describe("the three clocks of a ticket", () => {
  it("start together, each with its own amount, and the nearest is the ticket's due instant", async () => {
    // Priority 4 of the standard level: 8 h, 50 h and 80 h of the desk's time.
    const reference = await faultIn(world, { impact: 4, urgency: 4 });
    expect(await clocksOf(world, reference)).toEqual({
      response: `running ${iso("17:00")}`,
      update: `running ${iso("10:00", 21)}`,
      resolution: "running 2026-12-28T09:00:00.000Z",
    });
    expect((await getTicket(world.portal(), reference)).ticket.dueAt).toEqual(at("17:00"));
  });

  it("run by the service level of the category, in its support window", async () => {
    // Critical, priority 2: half an hour, 2 h and 6 h, round the clock.
    const reference = await faultIn(world, { category: "network/infrastructure", impact: 2, urgency: 2 });
    expect(await clocksOf(world, reference)).toMatchObject({
      response: `running ${iso("09:30")}`,
      resolution: `running ${iso("15:00")}`,
    });
  });

  it("stop the response at the first answer, and begin the wait for news anew at each", async () => {
    const reference = await faultIn(world, { impact: 4, urgency: 4 });
    await reply(reference, at("11:00"));
    const after = await clocksOf(world, reference, at("12:00"));
    expect(after.response).toBe(`met ${iso("17:00")}`);
    expect(after.update).toBe(`running ${iso("12:00", 21)}`);
    expect((await getTicket(world.portal(), reference)).ticket).toMatchObject({
      ...{ firstResponseAt: at("11:00"), dueAt: at("12:00", 21), status: "in_progress" },
    });
  });

  it("do not take a note, or the requester's own words, for an answer", async () => {
    const reference = await faultIn(world, { impact: 4, urgency: 4 });
    const first = await world.as("first", at("10:00"));
    await writeComment(first, { reference, body: "Känt fel", visibility: "internal" });
    await reply(reference, at("10:05"), "staff");
    expect(await clocksOf(world, reference, at("11:00"))).toMatchObject({ response: `running ${iso("17:00")}` });
  });

  it("are stopped each by its own waits: a supplier excuses no missing news, and nothing a missing answer", async () => {
    const reference = await faultIn(world, { impact: 4, urgency: 4 });
    await wait(reference, at("10:00"), "supplier");
    await resumeTicket(await world.as("first", at("14:00")), { reference });
    expect(await clocksOf(world, reference, at("14:00"))).toEqual({
      response: `running ${iso("17:00")}`,
      update: `running ${iso("10:00", 21)}`,
      resolution: "running 2026-12-28T13:00:00.000Z",
    });
    await wait(reference, at("15:00"), "requester");
    await resumeTicket(await world.as("first", at("16:00")), { reference });
    expect(await clocksOf(world, reference, at("16:00"))).toMatchObject({
      response: `running ${iso("17:00")}`,
      update: `running ${iso("11:00", 21)}`,
      resolution: "running 2026-12-28T14:00:00.000Z",
    });
  });
});

describe("a change of priority or category", () => {
  const raise = async (reference: string, when: Date) =>
    classifyTicket(await world.as("first", when), { reference, impact: 2, urgency: 2 });

  it("closes the old clocks as replaced, and reads the same log by the new ones", async () => {
    const reference = await faultIn(world, { impact: 4, urgency: 4 });
    await raise(reference, at("10:00"));
    expect(await clocksOf(world, reference, at("10:00"))).toEqual({
      response: `running ${iso("11:00")}`,
      update: `running ${iso("13:00")}`,
      resolution: `running ${iso("17:00")}`,
    });
    const { clocks } = await getTicket(world.portal(at("16:00")), reference);
    const replaced = clocks.filter(({ end }) => end === "replaced");
    expect(replaced.map(({ target, endedAt, clock }) => [target, endedAt, clock.elapsedMinutes])).toEqual(
      ["response", "update", "resolution"].map((target) => [target, at("10:00"), 60]),
    );
  });

  it.each(["before", "after"])("keeps a pause taken %s it, whatever their order", async (order) => {
    const reference = await faultIn(world, { impact: 4, urgency: 4 });
    if (order === "after") await raise(reference, at("09:30"));
    await wait(reference, at("10:00"), "requester");
    await resumeTicket(await world.as("first", at("13:00")), { reference });
    if (order === "before") await raise(reference, at("14:00"));
    const { resolution } = await clocksOf(world, reference, at("14:00"));
    expect(resolution).toBe(`running ${iso("10:00", 15)}`);
  });

  it("leaves a clock that had stopped by what it was held to then", async () => {
    const reference = await faultIn(world, { impact: 4, urgency: 4 });
    await reply(reference, at("12:30"));
    await raise(reference, at("13:00"));
    expect(await clocksOf(world, reference, at("13:00"))).toMatchObject({ response: `met ${iso("17:00")}` });
  });

  it("that changes no promise replaces none", async () => {
    const reference = await faultIn(world);
    await classifyTicket(await world.as("first"), { reference, category: "account" });
    const { clocks, ticket } = await getTicket(world.portal(), reference);
    expect(ticket.category).toBe("account");
    expect(clocks.map(({ end }) => end)).toEqual(["running", "running", "running"]);
  });
});

describe("the verdict", () => {
  it("is frozen at resolution with the ledgers, forgotten at a reopening, and taken anew", async () => {
    const reference = await faultIn(world, { impact: 1, urgency: 1 });
    // Priority 1: answer within half an hour, solution within 4 h.
    await reply(reference, at("10:00"));
    await resolveTicket(await world.as("first", at("11:00")), { reference, ...done });
    const first = (await getTicket(world.portal(), reference)).ticket;
    expect(first.verdict).toMatchObject({ state: "met", elapsedMinutes: 120, ledger: [{ date: "2026-12-14" }] });
    const clocks = (first.verdict?.clocks ?? []) as { target: string; state: string }[];
    expect(clocks.map(({ target, state }) => `${target} ${state}`)).toEqual([
      ...["response breached", "update met", "resolution met"],
    ]);
    await reopenTicket(await world.as("staff", at("15:00")), { reference, reason: "Kom tillbaka" });
    expect(await clocksOf(world, reference, at("15:00"))).toMatchObject({ resolution: `running ${iso("17:00")}` });
    await resolveTicket(await world.as("first", at("07:01", 15)), { reference, ...done });
    expect((await getTicket(world.portal(), reference)).ticket.verdict).toMatchObject({ state: "breached" });
  });
});
