import { beforeAll, describe, expect, it } from "vitest";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { cancelTicket } from "./cancel-ticket";
import { listComments } from "./list-comments";
import { pauseTicket } from "./pause-ticket";
import { getTicket } from "./queries";
import { resolveTicket } from "./resolve-ticket";
import { PauseTicket, ResolveTicket, TransferTicket } from "./schema";
import { storyOf } from "./story";
import { listTicketHistory } from "./ticket-history";
import { transferTicket } from "./transfer-ticket";
import { ticketTurn } from "./whose-turn";
import { writeComment } from "./write-comment";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const at = (text: string) => new Date(`2026-12-${text}:00+01:00`);

async function turn(reference: string, now = at("14T10:00")) {
  const view = await getTicket(await world.as("staff", now), reference);
  return ticketTurn(view, { language: "sv", timeZone: "Europe/Stockholm", now });
}

const wait = async (reference: string, waitingFor: string, more = {}) =>
  pauseTicket(await world.as("first"), {
    reference,
    ...PauseTicket.parse({ reason: "Vilken modell?", waitingFor, reviewAt: at("21T08:00"), ...more }),
  });

describe("whose turn a ticket is", () => {
  it("is the desk's from the start, by when it answers and solves, in opening hours", async () => {
    const reference = await faultIn(world);
    expect(await turn(reference)).toEqual({
      ...{ who: "desk", isMine: false, words: "Servicedesks tur. De har tagit emot ärendet." },
      detail: [
        "Du får ett första svar senast mån 14 dec 2026 kl. 13.00.".replace("kl. ", "kl.\u00a0"),
        expect.any(String),
      ],
    });
  });

  it("is no longer about the first answer when it is given", async () => {
    const reference = await faultIn(world);
    await writeComment(await world.as("first"), { reference, body: "Vi tittar", visibility: "public" });
    const now = await turn(reference);
    expect(now?.words).toBe("Servicedesk arbetar med ärendet.");
    expect(now?.detail).toEqual([expect.stringMatching(/^Det ska vara löst senast /)]);
  });

  it("owns up to a promise that is broken", async () => {
    const reference = await faultIn(world);
    expect((await turn(reference, at("15T10:00")))?.detail[0]).toMatch(/^Vi är sena\. Du skulle ha fått svar /);
  });

  it("is the secretaries' for meeting documents (B3)", async () => {
    const reference = await faultIn(world, { category: "meeting-documents", type: "question" }, "representative");
    const view = await getTicket(await world.as("representative"), reference);
    expect(ticketTurn(view, { language: "sv", timeZone: "Europe/Stockholm", now: at("14T10:00") })?.who).toBe(
      "secretaries",
    );
  });

  it.each([
    ["requester", "requester", true, "Din tur. Vi behöver svar från dig."],
    ["supplier", "supplier", false, "Vi väntar på en leverantör."],
    ["approval", "approver", false, "Vi väntar på ett godkännande."],
    ["other", "other", false, "Ärendet väntar."],
  ])("while it waits for %s is %s's", async (waitingFor, who, isMine, words) => {
    const reference = await faultIn(world);
    await wait(
      reference,
      waitingFor,
      waitingFor === "supplier" ? { supplier: "Granit", promisedOn: "2026-12-18" } : {},
    );
    const told = await turn(reference);
    expect(told).toMatchObject({ who, isMine, words });
    expect(told?.detail).toContain("Vilken modell?");
    expect(told?.detail.at(-1)).toContain("mån 21 dec 2026");
    expect(JSON.stringify(told)).not.toContain("Granit");
    if (waitingFor === "supplier") expect(told?.detail).toContain("Leverantören har lovat fre 18 dec 2026.");
  });

  it("is nobody's in truth once it is resolved, with the last day to say that it is not", async () => {
    const reference = await faultIn(world);
    await resolveTicket(await world.as("first"), { reference, ...ResolveTicket.parse({ resolution: "Klart" }) });
    const told = await turn(reference);
    expect(told).toMatchObject({ isMine: false, words: "Löst. Du behöver inte göra något." });
    expect(told?.detail[0]).toContain("senast mån 21 dec 2026");
  });

  it("is nobody's when it has ended", async () => {
    const reference = await faultIn(world);
    await cancelTicket(await world.as("staff"), { reference, reason: "Fel enhet" });
    expect(await turn(reference)).toBeNull();
  });
});

describe("the story that its requester reads", () => {
  it("holds what was said and done in plain words, and nothing of the desk's own", async () => {
    const reference = await faultIn(world);
    const first = await world.as("first", at("14T09:10"));
    await writeComment(first, { reference, body: "Hemlig anteckning", visibility: "internal" });
    await transferTicket(first, {
      reference,
      ...TransferTicket.parse({
        ...{ line: 2, reason: "Hemligt skäl" },
        note: { known: "Hemligt känt", tried: "Hemligt provat", asked: "Hemlig begäran" },
      }),
    });
    const second = await world.as("second", at("14T09:20"));
    await writeComment(second, { reference, body: "Starta om den", visibility: "public" });
    await resolveTicket(second, { reference, ...ResolveTicket.parse({ resolution: "Omstart hjälpte" }) });
    // Read as one who could see everything: what is left out is left out here.
    const reader = await world.as("second", at("14T10:00"));
    const comments = await listComments(reader, reference);
    const { items } = await listTicketHistory(reader, reference, { limit: 100 });
    const story = storyOf(comments, items, "sv");
    expect(story.map((part) => (part.kind === "message" ? part.body : part.words))).toEqual([
      "Vi tog emot ärendet.",
      "Ärendet gick vidare till dem som kan mer om just det här.",
      "Starta om den",
      "Ärendet är löst.",
    ]);
    expect(JSON.stringify(story)).not.toMatch(/[Hh]emlig|@|line-/);
  });
});
