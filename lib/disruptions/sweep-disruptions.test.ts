import { and, asc, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { letters } from "@/db/schema/history";
import { read } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { makeWorld, type World } from "@/lib/testing/world";
import { declareDisruption } from "./declare-disruption";
import { endDisruption } from "./end-disruption";
import { markSignificant } from "./mark-significant";
import { reportMade } from "./report-made";
import { DeclareDisruption } from "./schema";
import { sweepDisruptions } from "./sweep-disruptions";
import { updateDisruption } from "./update-disruption";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const none = { day: "", time: "" };
const at = (day: string, time: string) => new Date(`2026-12-${day}T${time}:00+01:00`);
const text = { sv: "Vi letar vidare." };

async function declared(time: string) {
  const words = {
    title: { sv: "Nätet ligger nere" },
    affected: { sv: "Hela huset." },
    meanwhile: { sv: "Ring i stället." },
  };
  const nextUpdate = time ? { day: "2026-12-14", time } : none;
  return declareDisruption(await world.as("first"), DeclareDisruption.parse({ ...words, nextUpdate }));
}

/** Sweeps twice at once, as two workers would; what was told so far, and to whom. */
async function sweptAt(when: Date, id: string): Promise<string[]> {
  await Promise.all([sweepDisruptions(world.portal(when)), sweepDisruptions(world.portal(when))]);
  const rows = await read(world.portal(), (tx) =>
    tx
      .select({ kind: letters.kind, to: letters.toAddress, content: letters.content })
      .from(letters)
      .where(and(eq(letters.organisationId, world.portal().organisation.id), like(letters.kind, "disruption.%")))
      .orderBy(asc(letters.createdAt), asc(letters.toAddress)),
  );
  return rows
    .filter(({ content }) => JSON.stringify(content).includes(id))
    .map(
      ({ kind, to, content }) => `${kind.slice(11)} ${to.split("@")[0]} ${(content as { subject: string }).subject}`,
    );
}

describe("the sweep of disruptions", () => {
  it("tells the lead at once when promised news does not come, in the evening too, once each promise", async () => {
    const { id } = await declared("22.30");
    const late = "late lead Utlovat besked saknas: Nätet ligger nere";
    expect(await sweptAt(at("14", "22:29"), id)).toEqual([]);
    expect(await sweptAt(at("14", "22:30"), id)).toEqual([late]);
    expect(await sweptAt(at("15", "09:00"), id)).toEqual([late]);
    const nextUpdate = { day: "2026-12-15", time: "10.00" };
    await updateDisruption(await world.as("first", at("15", "09:00")), { id, version: 1, text, nextUpdate });
    expect(await sweptAt(at("15", "09:59"), id)).toEqual([late]);
    expect(await sweptAt(at("15", "10:00"), id)).toEqual([late, late]);
  });

  it("says nothing of news when it has ended", async () => {
    const { id } = await declared("10.00");
    await endDisruption(await world.as("first"), { id, version: 1, text, tellsFollowers: false, key: newId() });
    expect(await sweptAt(at("14", "12:00"), id)).toEqual([]);
  });

  it("warns at 75 % of each report's time and alarms when it is overdue, and not of one that is made", async () => {
    const { id } = await declared("");
    const lead = await world.as("lead");
    await markSignificant(lead, { id, version: 1, aware: none });
    expect(await sweptAt(at("15", "02:59"), id)).toEqual([]);
    const early = "warned lead Tidig varning ska skickas senast tis 15 dec 2026 kl.\u00a009.00";
    expect(await sweptAt(at("15", "03:00"), id)).toEqual([early]);
    expect(await sweptAt(at("15", "09:00"), id)).toEqual([early]);
    const overdue = "overdue lead Tidig varning är försenad";
    expect(await sweptAt(new Date(at("15", "09:00").getTime() + 1), id)).toEqual([early, overdue]);
    await reportMade(
      { ...lead, now: at("15", "10:00") },
      { id, step: "early_warning", reportedTo: "CSIRT", receipt: "" },
    );
    const notice = "warned lead Incidentanmälan ska skickas senast tors 17 dec 2026 kl.\u00a009.00";
    expect(await sweptAt(at("16", "15:00"), id)).toEqual([early, overdue, notice]);
    await reportMade(
      { ...lead, now: at("16", "16:00") },
      { id, step: "notification", reportedTo: "CSIRT", receipt: "" },
    );
    await reportMade(
      { ...lead, now: at("16", "16:00") },
      { id, step: "final_report", reportedTo: "CSIRT", receipt: "" },
    );
    expect(await sweptAt(new Date("2027-03-01T00:00:00Z"), id)).toEqual([early, overdue, notice]);
  });

  it("comes too late only once: overdue without a warning before", async () => {
    const { id } = await declared("");
    await markSignificant(await world.as("lead"), { id, version: 1, aware: { day: "2026-12-10", time: "9.00" } });
    const told = await sweptAt(at("14", "09:00"), id);
    expect(told.map((each) => each.split(" ")[0])).toEqual(["overdue", "overdue"]);
  });
});
