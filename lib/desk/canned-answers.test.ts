import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/base/context";
import { Invalid, NotAllowed, NotFound } from "@/lib/base/errors";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { type AnswerValues, answerFields, fillAnswer, unknownFields } from "./fill-answer";
import { insertAnswer } from "./insert-answer";
import { listAnswers } from "./list-answers";
import { recipientsOf } from "./recipients";
import { removeAnswer, saveAnswer } from "./save-answer";
import { findTicketDraft } from "./ticket-drafts";

let world: World;
let elsewhere: World;
let first: Context;
let lead: Context;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
  first = await world.as("first");
  lead = await world.as("lead");
});

const answer = { name: "Hälsning", sv: "Hej {{first_name}}, ditt ärende {{reference}}", isShared: false };
const namesSeen = async (ctx: Context) => (await listAnswers(ctx)).map(({ name }) => name);

describe("filling in", () => {
  it("fills each field once, whatever the values hold, and leaves the rest of the text alone", () => {
    fc.assert(
      fc.property(fc.constantFrom(...answerFields), fc.string(), fc.string(), (field, value, before) => {
        const values = Object.fromEntries(answerFields.map((each) => [each, value])) as AnswerValues;
        const plain = before.replace(/[{}]/g, "");
        expect(fillAnswer(`${plain}{{${field}}}!`, values)).toBe(`${plain}${value}!`);
      }),
    );
  });

  it("knows its fields, spaces or none, and names what it does not know", () => {
    expect(unknownFields("{{ requester }} {{reference}} {{password}} {{ }}")).toEqual(["password", ""]);
  });
});

describe("a canned answer", () => {
  it("is inserted after what is written, in the requester's language, and kept as the draft", async () => {
    const { id } = await saveAnswer(first, { ...answer, en: "Hello {{first_name}}" });
    const reference = await faultIn(world);
    const { body } = await insertAnswer(first, { reference, body: "Tack!", answer: id });
    expect(body).toBe(`Tack!\n\nHej Maja, ditt ärende ${reference}`);
    expect(await findTicketDraft(first, reference, "reply")).toMatchObject({ body });
  });

  it("is its writer's alone, or everyone's where those who set up the desk say so", async () => {
    const { id } = await saveAnswer(first, { ...answer, name: "Bara min" });
    await saveAnswer(lead, { ...answer, name: "Allas", isShared: true });
    expect(await namesSeen(first)).toEqual(expect.arrayContaining(["Bara min", "Allas"]));
    expect(await namesSeen(lead)).not.toContain("Bara min");
    expect(await namesSeen(await elsewhere.as("first"))).not.toContain("Allas");
    await expect(saveAnswer(first, { ...answer, isShared: true })).rejects.toThrow(NotAllowed);
    await expect(saveAnswer(await world.as("staff"), answer)).rejects.toThrow(NotAllowed);
    await expect(saveAnswer(lead, { ...answer, id })).rejects.toThrow(NotFound);
    await expect(removeAnswer(lead, { id })).rejects.toThrow(NotFound);
    const reference = await faultIn(world);
    await expect(insertAnswer(lead, { reference, body: "", answer: id })).rejects.toThrow(NotFound);
  });

  it("of everyone's is changed and removed by those who set up the desk alone; gone is gone, once", async () => {
    const { id } = await saveAnswer(lead, { ...answer, name: "Gammal", isShared: true });
    await expect(saveAnswer(first, { ...answer, id })).rejects.toThrow(NotAllowed);
    await expect(removeAnswer(first, { id })).rejects.toThrow(NotAllowed);
    await expect(removeAnswer(await elsewhere.as("lead"), { id })).rejects.toThrow(NotFound);
    await saveAnswer(lead, { ...answer, id, name: "Ny", isShared: true });
    expect(await namesSeen(first)).toContain("Ny");
    const both = await Promise.allSettled([removeAnswer(lead, { id }), removeAnswer(lead, { id })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await namesSeen(first)).not.toContain("Ny");
  });

  it("with a field that there is none of is not saved", async () => {
    await expect(saveAnswer(first, { ...answer, sv: "Ditt lösenord: {{password}}" })).rejects.toThrow(Invalid);
  });
});

it.each([
  ["maja@aminne.example", false],
  ["maja@skola.aminne.example", false],
  ["maja@granit.example", true],
  ["maja@notaminne.example", true],
  [null, false],
])("a reply to %s is marked as external: %s", (email, isExternal) => {
  const settings = { ...first.organisation.settings };
  settings.servicedesk = { ...settings.servicedesk, email: "servicedesk@aminne.example" };
  expect(recipientsOf({ requester: { name: "Maja", email } }, { settings })).toEqual([
    { name: "Maja", email, isExternal },
  ]);
});
