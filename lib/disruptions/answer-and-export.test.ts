import { asc, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { disruptionAnswers, disruptionDeliveries } from "@/db/schema/disruptions";
import { letters } from "@/db/schema/history";
import { read } from "@/lib/base/context";
import { NotAllowed, NotFound } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { deliverDisruptionAnswer } from "@/lib/jobs/deliver-disruption-answer";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { listComments } from "@/lib/tickets/list-comments";
import { getTicket } from "@/lib/tickets/queries";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import { answerFollowers } from "./answer-followers";
import { declareDisruption } from "./declare-disruption";
import { deliverAnswer } from "./deliver-answer";
import { getDeskDisruption } from "./desk-disruption";
import { exportTimeline, timelineText } from "./export-timeline";
import { followDisruption } from "./follow-disruption";
import { linkTicket } from "./link-ticket";
import { markSignificant } from "./mark-significant";
import { findRecipients, saveRecipients } from "./recipients";
import { reportMade } from "./report-made";
import { DeclareDisruption } from "./schema";
import { updateDisruption } from "./update-disruption";

let world: World;
let elsewhere: World;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
});

const text = { sv: "Vi byter en del i serverhallen." };
const none = { day: "", time: "" };

async function declared(changes: Record<string, unknown> = {}) {
  const words = { title: { sv: "E-post på iPad hämtas inte" }, affected: { sv: "Alla med Personlig." } };
  const given = { ...words, meanwhile: { sv: "Använd webben så länge." }, nextUpdate: none, ...changes };
  const { id } = await declareDisruption(await world.as("first"), DeclareDisruption.parse(given));
  return { id, version: 1 };
}

describe("an answer to all", () => {
  async function answered(by: string, resolvesTickets: boolean, references: string[], followers: string[]) {
    const on = await declared({ categories: [] });
    for (const who of followers) await followDisruption(await world.as(who), on);
    for (const reference of references) await linkTicket(await world.as("second"), { ...on, reference });
    const key = newId();
    const answer = { id: on.id, text: { sv: "Nu fungerar det igen.", en: "It works again." }, resolvesTickets, key };
    const sent = await Promise.all([1, 2].map(async () => answerFollowers(await world.as(by), answer)));
    expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
    const rows = await read(world.portal(), (tx) =>
      tx.select().from(disruptionAnswers).where(eq(disruptionAnswers.key, key)),
    );
    const answerId = rows[0]?.id ?? "";
    // The job may run twice, at once: each is told once.
    await Promise.all([1, 2].map(() => deliverDisruptionAnswer(world.portal(), answerId)));
    await deliverDisruptionAnswer(world.portal(), answerId);
    return { ...on, answerId };
  }
  const lettersOf = (answerId: string) =>
    read(world.portal(), (tx) =>
      tx
        .select({ to: letters.toAddress })
        .from(letters)
        .where(like(letters.dedupeKey, `disruption.answer:${answerId}%`))
        .orderBy(asc(letters.toAddress)),
    );

  it("reaches each linked ticket and each follower without one, once", async () => {
    const [mine, other] = [await faultIn(world), await faultIn(world, {}, "orderer")];
    const { answerId, id } = await answered("first", false, [mine, other], ["staff", "manager", "secretary"]);
    for (const reference of [mine, other]) {
      const bodies = (await listComments(await world.as("first"), reference)).map(({ body }) => body);
      expect(bodies).toEqual(["Nu fungerar det igen."]);
    }
    expect((await lettersOf(answerId)).map(({ to }) => to.split("@")[0])).toEqual(["manager", "secretary"]);
    const desk = await getDeskDisruption(await world.as("first"), id);
    expect(desk.answers).toMatchObject([{ total: 4, done: 4, skipped: 0 }]);
  });

  it("resolves tickets one by one, by the rights of whoever answers, and says which it could not", async () => {
    const [open, ended] = [await faultIn(world), await faultIn(world)];
    const secret = await faultIn(world, { category: "sensitive" });
    await resolveTicket(await world.as("first"), { reference: ended, resolution: "Klart förut", code: "fixed" });
    const { id } = await answered("first", true, [open, ended, secret], []);
    const stateOf = async (reference: string) => (await getTicket(world.portal(), reference)).ticket.status;
    expect([await stateOf(open), await stateOf(ended), await stateOf(secret)]).toEqual(["resolved", "resolved", "new"]);
    const desk = await getDeskDisruption(await world.as("first"), id);
    expect(desk.answers).toMatchObject([{ total: 3, done: 1, skipped: 2 }]);
    // Of the ticket that may not be seen, not even the number is told.
    expect(desk.skipped).toMatchObject([{ reference: ended, because: "disruptions.skipped.notOpen" }]);
    expect(desk).toMatchObject({ hidden: 1, linked: [{ reference: open }, { reference: ended }] });
    expect((await getDeskDisruption(await world.as("second"), id)).hidden).toBe(0);
  });

  it("is delivered once, whoever comes second", async () => {
    const on = await declared({ categories: [] });
    await followDisruption(await world.as("staff"), on);
    await answerFollowers(await world.as("lead"), { id: on.id, text, resolvesTickets: false, key: newId() });
    const [row] = await read(world.portal(), (tx) =>
      tx
        .select({ id: disruptionDeliveries.id, answerId: disruptionDeliveries.answerId })
        .from(disruptionDeliveries)
        .innerJoin(disruptionAnswers, eq(disruptionAnswers.id, disruptionDeliveries.answerId))
        .where(eq(disruptionAnswers.disruptionId, on.id)),
    );
    await Promise.all([1, 2, 3].map(() => deliverAnswer(world.portal(), row?.id ?? "")));
    expect(await lettersOf(row?.answerId ?? "")).toHaveLength(1);
  });

  it("is for agents, within their organisation", async () => {
    const on = await declared();
    const answer = { id: on.id, text, resolvesTickets: false, key: newId() };
    await expect(answerFollowers(await world.as("staff"), answer)).rejects.toBeInstanceOf(NotAllowed);
    await expect(answerFollowers(await elsewhere.as("first"), answer)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("the timeline for the authority", () => {
  it("holds every act in order, with who and when, and to whom reports go", async () => {
    const on = await declared();
    const lead = await world.as("lead");
    await updateDisruption(lead, { ...on, text, nextUpdate: none });
    await markSignificant(lead, { id: on.id, version: 2, aware: { day: "2026-12-14", time: "7.30" } });
    await reportMade(lead, { id: on.id, step: "early_warning", reportedTo: "CSIRT-enheten", receipt: "A-1" });
    await saveRecipients(lead, { name: "CSIRT-enheten", contact: "010-111 22 33", note: "" });
    const timeline = await exportTimeline(lead, on.id);
    expect(timeline.entries.map(({ event }) => event)).toEqual(["declared", "updated", "significant", "reported"]);
    expect(timeline).toMatchObject({ awareAt: "2026-12-14T06:30:00.000Z", recipients: { name: "CSIRT-enheten" } });
    const said = timelineText(lead, timeline);
    expect(said).toContain(
      "mån 14 dec 2026 kl.\u00a009.00 | Carin Holmfors | Nytt läge: Vi byter en del i serverhallen.",
    );
    expect(said).toContain("Mottagare: CSIRT-enheten, 010-111 22 33");
    await expect(exportTimeline(await world.as("staff"), on.id)).rejects.toBeInstanceOf(NotAllowed);
    await expect(exportTimeline(await elsewhere.as("lead"), on.id)).rejects.toBeInstanceOf(NotFound);
    await expect(saveRecipients(await world.as("first"), { name: "X", contact: "Y", note: "" })).rejects.toBeInstanceOf(
      NotAllowed,
    );
    expect(await findRecipients(await elsewhere.as("lead"))).toBeNull();
  });
});
