import { beforeAll, describe, expect, it } from "vitest";
import { ipadService } from "@/db/demo/ipad-service";
import { calendars, policies } from "@/db/schema/calendars";
import { inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { makeTown, type Town } from "@/lib/testing/town";
import { draftService } from "./draft-service";
import { publishService } from "./publish-service";
import { searchCatalogue } from "./search-catalogue";

let here: Town;
let elsewhere: Town;

beforeAll(async () => {
  here = await makeTown("administrator", "approver", "staff");
  elsewhere = await makeTown("administrator");
  const ctx = here.as("administrator");
  const row = { organisationId: ctx.organisation.id, slug: "delivery", version: 1, createdAt: ctx.now };
  const content = { target: "delivery", amount: { workingDays: 14 } };
  await inTransaction(ctx, async (tx) => {
    await tx.insert(calendars).values({ id: newId(), ...row, name: "Leveranser", content: {} });
    await tx.insert(policies).values({ id: newId(), ...row, target: "delivery", content });
  });
  await draftService(ctx, { basedOn: 0, ...ipadService("aminne") });
  await publishService(ctx, { service: "ipad", version: 1 });
});

const sections = async (query: string, language: "sv" | "en" = "sv") =>
  (await searchCatalogue({ ...here.as("anonymous"), language }, query)).map((hit) => hit.section);

describe("searchCatalogue", () => {
  it.each([
    ["skriva ut", "printing"],
    ["AirPrint skrivare", "printing"],
    ["glömd lösenkod", "supported"],
    ["hur många arbetsdagar", "delivery"],
    ["behörig beställare", "ordering"],
    ["drop-in", "support"],
    ["bilder", "not-supported"],
  ])("%s → %s", async (query, section) => {
    expect((await sections(query)).slice(0, 2)).toContain(section);
  });

  it("finds a word inside a longer one, and by its beginning", async () => {
    expect(await sections("post")).toContain("supported");
    expect(await sections("kalend")).toContain("settings");
  });

  it("shows the sentence that speaks of it, as plain text", async () => {
    const [hit] = await searchCatalogue(here.as("staff"), "lösenkod glömd");
    expect(hit).toMatchObject({ service: "ipad", language: "sv" });
    expect(hit?.excerpt).toBe("Att ta bort en lösenkod som är glömd.");
  });

  it("shows how a section begins where its heading speaks of it, and puts that one first", async () => {
    const hits = await searchCatalogue(here.as("staff"), "skriva ut");
    expect(hits[0]?.section).toBe("printing");
    expect(hits[0]?.excerpt).toBe("AirPrint är ett tillval till Personlig. Allt det här måste stämma:");
  });

  it("searches in the reader's language", async () => {
    expect(await sections("forgotten passcodes", "en")).toContain("supported");
    expect((await searchCatalogue({ ...here.as("staff"), language: "en" }, "passcode"))[0]?.language).toBe("en");
  });

  it.each(["", "  ", "a", "ut", "!!! & | :*", "xyzzy", "'; select pg_sleep(9);--"])(
    "finds nothing for %j",
    async (query) => {
      expect(await searchCatalogue(here.as("staff"), query)).toEqual([]);
    },
  );

  it("keeps to the municipality", async () => {
    expect(await searchCatalogue(elsewhere.as("administrator"), "iPad")).toEqual([]);
  });
});
