import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { history } from "@/db/schema/history";
import { type Context, read } from "@/lib/base/context";
import { Conflict, Invalid, NotAllowed, NotFound, RuleBroken } from "@/lib/base/errors";
import { makeWorld, mondayMorning, type World } from "@/lib/testing/world";
import { answerGuide } from "./answer-guide";
import { countShown } from "./count-shown";
import { getDeskGuide, listDeskGuides } from "./desk-guides";
import { discardDraft } from "./discard-draft";
import { publishGuide } from "./publish-guide";
import { getGuide, guidesBySubject, listGuides } from "./queries";
import { restoreGuide } from "./restore-guide";
import { saveGuide } from "./save-guide";
import { AnswerGuide, SaveGuide, SuggestGuides } from "./schema";
import { suggestGuides } from "./suggest-guides";

let world: World;
let elsewhere: World;
let made = 0;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
});

const textOf = (changes: Record<string, unknown> = {}) =>
  SaveGuide.parse({
    ...{ audience: "public", categories: ["ipad"], title: { sv: `Byt batteri i pennan ${++made}` } },
    ...{ summary: { sv: "Pennan behöver ett nytt batteri." }, body: { sv: "Skruva av toppen och lägg i ett nytt." } },
    ...{ reviewOn: { day: "1", month: "6", year: "2027" } },
    ...changes,
  });

async function drafted(changes: Record<string, unknown> = {}) {
  const { slug } = await saveGuide(await world.as("first"), textOf(changes));
  return { slug, version: (await deskGuide(slug)).guide.version };
}

const deskGuide = async (slug: string) => getDeskGuide(await world.as("first"), slug);

async function published(changes: Record<string, unknown> = {}) {
  const { slug, version } = await drafted(changes);
  await publishGuide(await world.as("lead"), { slug, version });
  return { slug, version: version + 1 };
}

/** A second edition with other words, published too. */
async function republished(slug: string, version: number) {
  const body = { sv: "Skruva av toppen. Lägg i ett nytt med plus uppåt." };
  await saveGuide(await world.as("first"), textOf({ slug, version, body }));
  await publishGuide(await world.as("lead"), { slug, version: version + 1 });
  return { slug, version: version + 2 };
}

const acts: {
  verb: string;
  by: string;
  notBy: string;
  given: () => Promise<{ slug: string; version: number }>;
  act: (ctx: Context, on: { slug: string; version: number }) => Promise<unknown>;
}[] = [
  { verb: "saveGuide", by: "first", notBy: "staff", given: drafted, act: (ctx, on) => saveGuide(ctx, textOf(on)) },
  { verb: "publishGuide", by: "lead", notBy: "first", given: drafted, act: publishGuide },
  {
    ...{ verb: "restoreGuide", by: "admin", notBy: "second" },
    given: async () => {
      const { slug, version } = await published();
      return republished(slug, version);
    },
    act: (ctx, on) => restoreGuide(ctx, { ...on, number: 1 }),
  },
  {
    ...{ verb: "discardDraft", by: "third", notBy: "manager" },
    given: async () => {
      const { slug, version } = await published();
      await saveGuide(await world.as("first"), textOf({ slug, version }));
      return { slug, version: version + 1 };
    },
    act: discardDraft,
  },
];

describe.each(acts)("$verb", ({ verb, by, notBy, given, act }) => {
  it("does it, once of two at the same time, and writes it down", async () => {
    const on = await given();
    const outcomes = await Promise.allSettled([act(await world.as(by), on), act(await world.as(by), on)]);
    const lost = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(lost).toEqual([expect.any(Conflict)]);
    expect((await deskGuide(on.slug)).guide.version).toBe(on.version + 1);
    const isOfGuide = and(eq(history.objectKind, "guide"), eq(history.objectId, on.slug));
    const events = await read(world.portal(), (tx) => tx.select().from(history).where(isOfGuide));
    const event = { saveGuide: "drafted", publishGuide: "published", restoreGuide: "restored" }[verb] ?? "discarded";
    expect(events.at(-1)?.event).toBe(`guides.${event}`);
  });

  it("refuses the wrong role, and another organisation as if there were nothing", async () => {
    const on = await given();
    await expect(act(await world.as(notBy), on)).rejects.toBeInstanceOf(NotAllowed);
    await expect(act(await elsewhere.as(by), on)).rejects.toBeInstanceOf(NotFound);
    expect((await deskGuide(on.slug)).guide.version).toBe(on.version);
  });
});

describe("a guide's life", () => {
  it("is a draft that nobody else sees, then a version with who and when", async () => {
    const { slug, version } = await drafted();
    for (const who of ["staff", "first"]) {
      await expect(getGuide(await world.as(who), slug)).rejects.toBeInstanceOf(NotFound);
    }
    await publishGuide(await world.as("lead"), { slug, version });
    expect(await getGuide(await world.as("staff"), slug)).toMatchObject({ number: 1, publishedAt: mondayMorning });
    const lead = (await world.as("lead")).actor;
    const { versions } = await deskGuide(slug);
    expect(versions[0]).toMatchObject({ publishedById: (lead as { personId: string }).personId });
  });

  it("shows what holds while the next edition is written, and an earlier one that is brought back", async () => {
    const first = await published();
    await saveGuide(
      await world.as("first"),
      textOf({ ...first, body: { sv: "Ett helt annat sätt att göra det på." } }),
    );
    const before = await getGuide(await world.as("staff"), first.slug);
    expect(before.html).toContain("Skruva av toppen och");
    await publishGuide(await world.as("lead"), { slug: first.slug, version: first.version + 1 });
    const after = { slug: first.slug, version: first.version + 2 };
    expect((await getGuide(await world.as("staff"), first.slug)).html).toContain("helt annat");
    await restoreGuide(await world.as("lead"), { ...after, number: 1 });
    expect(await getGuide(await world.as("staff"), first.slug)).toMatchObject({ number: 3, html: before.html });
    expect((await deskGuide(first.slug)).versions.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it("is not brought back over a draft, nor published twice", async () => {
    const on = await published();
    await expect(publishGuide(await world.as("lead"), on)).rejects.toBeInstanceOf(RuleBroken);
    const next = await republished(on.slug, on.version);
    await saveGuide(await world.as("first"), textOf(next));
    const restored = restoreGuide(await world.as("lead"), { ...next, version: next.version + 1, number: 1 });
    await expect(restored).rejects.toBeInstanceOf(RuleBroken);
  });

  it("keeps the agents' own guides from everyone else, lists and suggestions too", async () => {
    const { slug } = await published({ audience: "internal", title: { sv: "Hemligt om Zebraskrivaren" } });
    const asked = SuggestGuides.parse({ text: "zebraskrivaren", audience: "internal" });
    const sees = async (who: string) => {
      const ctx = await world.as(who);
      const found = [...(await listGuides(ctx)), ...(await suggestGuides(ctx, asked))];
      return found.filter((guide) => guide.slug === slug).length;
    };
    expect([await sees("first"), await sees("staff"), await sees("manager")]).toEqual([2, 0, 0]);
    await expect(getGuide(await world.as("staff"), slug)).rejects.toBeInstanceOf(NotFound);
    await expect(countShown(await world.as("staff"), { slug })).rejects.toBeInstanceOf(NotFound);
    const answer = AnswerGuide.parse({ slug, answer: "yes" });
    await expect(answerGuide(await world.as("staff"), answer)).rejects.toBeInstanceOf(NotFound);
    expect(await suggestGuides(await world.as("first"), { ...asked, audience: "public" })).toEqual([]);
  });

  it("refuses faults at their fields", async () => {
    const faulty = textOf({ body: { sv: "Se bilden ![](/bild.png) här nedanför." }, categories: ["finns/inte"] });
    await expect(saveGuide(await world.as("first"), faulty)).rejects.toMatchObject({ fields: [{ path: "body.sv" }] });
    const unknown = textOf({ categories: ["finns/inte"] });
    await expect(saveGuide(await world.as("first"), unknown)).rejects.toBeInstanceOf(Invalid);
  });
});

describe("counting", () => {
  it("counts showings a day, answers once a person, and tickets that were not needed", async () => {
    const { slug } = await published();
    await Promise.all([1, 2, 3].map(async () => countShown(await world.as("staff"), { slug })));
    await countShown(world.portal(new Date("2026-12-15T09:00:00+01:00")), { slug });
    await answerGuide(await world.as("staff"), AnswerGuide.parse({ slug, answer: "no", text: "Vilken topp?" }));
    const yes = AnswerGuide.parse({ slug, answer: "yes", from: "report" });
    await answerGuide(await world.as("staff2"), AnswerGuide.parse({ slug, answer: "no" }));
    await Promise.all([1, 2].map(async () => answerGuide(await world.as("staff2"), yes)));
    const row = (await listDeskGuides(await world.as("first"))).find(({ guide }) => guide.slug === slug);
    expect(row).toMatchObject({ shown: 4, helped: 1, notHelped: 1, insteadOfTicket: 1 });
    expect((await deskGuide(slug)).answers).toMatchObject([{ hasHelped: false, text: "Vilken topp?" }]);
  });

  it("is not done from another organisation", async () => {
    const { slug } = await published();
    await expect(countShown(await elsewhere.as("staff"), { slug })).rejects.toBeInstanceOf(NotFound);
    const answer = AnswerGuide.parse({ slug, answer: "yes" });
    await expect(answerGuide(await elsewhere.as("staff"), answer)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("suggestions", () => {
  it.each([
    ["Jag har glömt koden till min iPad, den är låst", undefined, "du-har-glomt-koden-till-ipaden"],
    ["Kalendern visar inte dagens möten", "ipad/sync", "fa-e-post-och-kalender-i-ipaden"],
    ["kommer inte ut på nätet, wifi fungerar inte", undefined, "anslut-din-ipad-till-wi-fi"],
    ["Skrivaren i personalrummet syns inte i listan", undefined, "skriv-ut-fran-ipaden-med-airprint"],
    ["I forgot my password", undefined, "byt-ett-glomt-losenord"],
    ["My iPad was stolen on the bus", undefined, "din-ipad-ar-borta-eller-stulen"],
    ["", "ipad/return", "lamna-tillbaka-en-ipad"],
    ["appen för nämndens handlingar", undefined, "hjalp-med-appen-for-moteshandlingar"],
  ])("for %s (%s)", async (text, category, slug) => {
    const found = await suggestGuides(await world.as("staff"), SuggestGuides.parse({ text, category }));
    expect(found[0]?.slug).toBe(slug);
    expect(found.length).toBeLessThanOrEqual(3);
  });

  it("are none where nothing fits, whatever is typed", async () => {
    for (const text of ["xyzzy", "", "'); drzp tzble gxides; --", ":* & | !", "&&&", "å"]) {
      expect(await suggestGuides(await world.as("staff"), SuggestGuides.parse({ text }))).toEqual([]);
    }
  });

  it("are in the reader's language where there is one, else in Swedish and said so", async () => {
    const english = { ...(await world.as("staff")), language: "en" as const };
    const [passcode] = await suggestGuides(english, SuggestGuides.parse({ text: "glömt koden" }));
    expect(passcode).toMatchObject({ language: "en", title: "You have forgotten the iPad's passcode" });
    const { slug } = await published();
    expect(await getGuide(english, slug)).toMatchObject({ language: "sv" });
  });

  it("stand by subject in the tree's own words", async () => {
    const subjects = await guidesBySubject(await world.as("staff"));
    expect(subjects.map(({ name }) => name)).toEqual(expect.arrayContaining(["iPad", "Nätverk", "Konto och lösenord"]));
    expect(subjects.flatMap(({ guides }) => guides).filter(({ audience }) => audience === "internal")).toEqual([]);
  });
});
