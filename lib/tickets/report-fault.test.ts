import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { scopeAnswers, ticketReports } from "@/db/schema/requests";
import { read } from "@/lib/base/context";
import { NotAllowed, NotFound } from "@/lib/base/errors";
import { makeWorld, type World } from "@/lib/testing/world";
import { countScopeAnswer } from "./count-scope-answer";
import { getTicket } from "./queries";
import { levelsOf, reportFault } from "./report-fault";
import { ableToWork, affected, ReportFault } from "./report-schema";

let world: World;
let elsewhere: World;
beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
});

const fault = (changes: Record<string, unknown> = {}) =>
  ReportFault.parse({
    ...{ type: "incident", topic: "mail", ownership: "municipal", text: "Kalendern är tom sedan i går." },
    ...{ affected: "me", work: "harder", ...changes },
  });

describe("reportFault", () => {
  it("opens a ticket in the category of what it is about, with the answers as its facts", async () => {
    const staff = await world.as("staff");
    const told = fault({ device: "dmpt2k9xq1gc", since: "yesterday", tried: ["restarted"] });
    const { reference, isNew } = await reportFault(staff, { ...told, submissionKey: "facts" });
    expect(isNew).toBe(true);
    expect((await getTicket(staff, reference)).ticket).toMatchObject({
      ...{ type: "incident", channel: "portal", category: "ipad/sync", ownership: "municipal" },
      ...{ deviceSerialNumber: "DMPT2K9XQ1GC", impact: 4, urgency: 3, title: "Kalendern är tom sedan i går" },
      description: "Kalendern är tom sedan i går.\n\nSedan: i går.\nHar provat: Startat om enheten.",
    });
  });

  it("gives the same ticket for the same sending, also when both come at once", async () => {
    const staff = await world.as("staff");
    const both = await Promise.all([1, 2].map(() => reportFault(staff, { ...fault(), submissionKey: "twice" })));
    expect(both[0]?.reference).toBe(both[1]?.reference);
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    const kept = await read(staff, (tx) =>
      tx.select().from(ticketReports).where(eq(ticketReports.submissionKey, "twice")),
    );
    expect(kept).toHaveLength(1);
  });

  it("takes the same key from another person for another ticket", async () => {
    const [one, other] = await Promise.all(
      ["staff", "staff2"].map(async (who) => reportFault(await world.as(who), { ...fault(), submissionKey: "shared" })),
    );
    expect(one?.reference).not.toBe(other?.reference);
  });

  it("sends what is asked about meeting documents to the secretaries, not to IT (B3)", async () => {
    const asked = fault({ type: "question", topic: "meeting_documents", ownership: undefined });
    const { reference } = await reportFault(await world.as("representative"), { ...asked, submissionKey: "b3" });
    expect(await getTicket(await world.as("secretary"), reference)).toMatchObject({ queue: "meeting-documents" });
  });

  it.each([
    [{ topic: "account", secret: "passcode", ownership: undefined }, "ipad/passcode"],
    [{ topic: "account", secret: "account", ownership: undefined }, "account"],
    [{ topic: "wifi" }, "network/wifi"],
    [{ topic: "other", ownership: undefined }, "other"],
  ])("%o belongs under %s", async (changes, category) => {
    const staff = await world.as("staff");
    const { reference } = await reportFault(staff, { ...fault(changes), submissionKey: JSON.stringify(changes) });
    expect((await getTicket(staff, reference)).ticket.category).toBe(category);
  });

  it("is nobody's but a person's, and no other organisation's to see", async () => {
    await expect(reportFault(world.portal(), { ...fault(), submissionKey: "p" })).rejects.toThrow(NotAllowed);
    const { reference } = await reportFault(await world.as("staff"), { ...fault(), submissionKey: "here" });
    await expect(getTicket(await elsewhere.as("lead"), reference)).rejects.toThrow(NotFound);
  });
});

describe("impact and urgency", () => {
  it("are the answers' places: all and nothing first, oneself and what can wait last", () => {
    for (const [n, who] of affected.entries()) {
      for (const [m, work] of ableToWork.entries()) {
        const levels = levelsOf({ type: "incident", topic: "wifi", affected: who, work });
        expect(levels).toEqual({ impact: n + 1, urgency: m + 1 });
      }
    }
  });
  it("of a lost device are urgent, of a question are not, whatever is said", () => {
    const calm = { affected: "me", work: "waits" } as const;
    expect(levelsOf({ type: "incident", topic: "lost", ...calm })).toEqual({ impact: 3, urgency: 1 });
    expect(levelsOf({ type: "question", topic: "wifi", affected: "everyone", work: "nothing" })).toEqual({
      impact: 4,
      urgency: 4,
    });
  });
});

describe("countScopeAnswer", () => {
  const rows = (key: string) => async (of: World) =>
    read(of.portal(), (tx) => tx.select().from(scopeAnswers).where(eq(scopeAnswers.submissionKey, key)));

  it("counts one form's answer once, in its own organisation, and names nobody", async () => {
    const answer = { submissionKey: "form", topic: "mail", answer: "private_device" } as const;
    const staff = await world.as("staff");
    await Promise.all([countScopeAnswer(staff, answer), countScopeAnswer(staff, answer)]);
    const [row, ...more] = await rows("form")(world);
    expect(more).toEqual([]);
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ["answer", "createdAt", "id", "organisationId", "submissionKey", "topic"].sort(),
    );
    expect(await rows("form")(elsewhere)).toEqual([]);
  });

  it("is for those who are signed in", async () => {
    const nobody = { ...world.portal(), actor: { kind: "anonymous" as const } };
    const answer = { submissionKey: "x", topic: "mail", answer: "private_device" } as const;
    await expect(countScopeAnswer(nobody, answer)).rejects.toThrow(NotAllowed);
  });
});
