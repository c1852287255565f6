import { createHmac } from "node:crypto";
import { and, eq, isNull, lte } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { history, letters } from "@/db/schema/history";
import { webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import { webhookEvents } from "@/db/words";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { NotFound, RuleBroken } from "@/lib/base/errors";
import { faultIn } from "@/lib/testing/tickets";
import { startWebhookReceiver, type WebhookReceiver } from "@/lib/testing/webhook-receiver";
import { makeWorld, mondayMorning, rolledBack, type World } from "@/lib/testing/world";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { getTicket } from "@/lib/tickets/queries";
import { writeComment } from "@/lib/tickets/write-comment";
import { addWebhook } from "./add-webhook";
import { changeSecret } from "./change-secret";
import { deliverWebhook } from "./deliver-webhook";
import { getWebhook, listDeliveries } from "./queries";
import { removeWebhook } from "./remove-webhook";
import { resumeWebhook } from "./resume-webhook";
import type { AddWebhook } from "./schema";
import { sweepDeliveries } from "./sweep-deliveries";
import { testWebhook } from "./test-webhook";

process.env.SEAL_KEY ??= "a key for these tests, long enough to be one";
process.env.ALLOW_ADDRESSES = "127.0.0.0/8";

let world: World;
let elsewhere: World;
let admin: Context;
let receiver: WebhookReceiver;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
  admin = await world.as("admin");
});
beforeEach(async () => {
  receiver = await startWebhookReceiver();
});
afterAll(() => receiver.close());

const hours = (n: number) => new Date(mondayMorning.getTime() + n * 3_600_000);
const all = [...webhookEvents];
const add = (changes: Partial<AddWebhook> = {}) =>
  addWebhook(admin, { url: receiver.url, events: all, includesConfidential: false, ...changes });
const deliveriesOf = async (id: string) => (await listDeliveries(admin, id, { limit: 100 })).items;

/** A round of the timetable at this hour, and the jobs it wrote, each run by two workers at once. */
async function round(id: string, at = mondayMorning): Promise<void> {
  const portal = world.portal(at);
  const isDue = and(
    eq(webhookDeliveries.webhookId, id),
    eq(webhookDeliveries.status, "queued"),
    lte(webhookDeliveries.nextAttemptAt, at),
  );
  const due = await read(portal, (tx) => tx.select().from(webhookDeliveries).where(isDue));
  await sweepDeliveries(portal, async () => false);
  for (const each of due) await Promise.all(["one", "two"].map((worker) => deliverWebhook(portal, each.id, worker)));
}

/** By the scheme's own words, not by our code. */
function isSignedBy(secret: string, { headers, body }: { headers: Record<string, unknown>; body: string }): boolean {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = createHmac("sha256", key).update(content).digest("base64");
  return String(headers["webhook-signature"]).split(" ").includes(`v1,${expected}`);
}

describe("what a receiver is told", () => {
  it("is written with the act, once, signed, and holds no word of the ticket", async () => {
    const { id, secret } = await add();
    const reference = await faultIn(world);
    await writeComment(await world.as("first"), { reference, body: "Hemligt svar", visibility: "public" });
    await round(id);
    const { version } = (await getTicket(world.portal(), reference)).ticket;
    expect(receiver.heard.map(({ body }) => JSON.parse(body))).toEqual([
      { event: "tickets.opened", reference, at: mondayMorning.toISOString(), version: 1 },
      { event: "tickets.commented", reference, at: mondayMorning.toISOString(), version },
    ]);
    for (const heard of receiver.heard) expect(isSignedBy(secret, heard)).toBe(true);
    const [first] = receiver.heard;
    expect(isSignedBy(secret, { headers: first?.headers ?? {}, body: `${first?.body} ` })).toBe(false);
    expect(
      Math.abs(Number(first?.headers["webhook-timestamp"]) * 1000 - performance.timeOrigin - performance.now()),
    ).toBeLessThan(5000);
    expect((await deliveriesOf(id)).map((each) => [each.status, each.attempts])).toEqual([
      ["delivered", 1],
      ["delivered", 1],
    ]);
    await round(id, hours(48));
    expect(receiver.heard).toHaveLength(2);
  });

  it("is nothing where the act is taken back", async () => {
    const { id } = await add();
    const reference = await faultIn(world);
    const assignee = `first@${world.slug}.example`;
    await rolledBack(await world.as("first"), (ctx) => assignTicket(ctx, { reference, assignee }));
    expect((await deliveriesOf(id)).map(({ event }) => event)).toEqual(["tickets.opened"]);
  });

  it("is what was chosen, of this organisation, and no confidential ticket unless an administrator said so", async () => {
    const [chosen, trusted, theirs] = [
      await add({ events: ["tickets.assigned"] }),
      await add({ includesConfidential: true }),
      await addWebhook(await elsewhere.as("admin"), { url: receiver.url, events: all, includesConfidential: true }),
    ];
    const [open, hidden] = [await faultIn(world), await faultIn(world, { category: "sensitive" })];
    const told = async (id: string) =>
      (await deliveriesOf(id)).map(({ event, reference }) => `${event} ${reference}`).sort();
    expect(await told(chosen.id)).toEqual([]);
    expect(await told(trusted.id)).toEqual([`tickets.opened ${open}`, `tickets.opened ${hidden}`].sort());
    await expect(deliveriesOf(theirs.id)).rejects.toBeInstanceOf(NotFound);
    await assignTicket(await world.as("first"), { reference: open, assignee: `first@${world.slug}.example` });
    await assignTicket(await world.as("second"), { reference: hidden, assignee: `second@${world.slug}.example` });
    expect(await told(chosen.id)).toEqual([`tickets.assigned ${open}`]);
  });

  it("is signed with both secrets for a day after a change", async () => {
    const { id, secret: old } = await add();
    const { secret } = await changeSecret(admin, { id });
    await testWebhook(admin, { id });
    const [heard] = receiver.heard;
    expect([secret, old].map((each) => heard && isSignedBy(each, heard))).toEqual([true, true]);
    expect(secret).not.toBe(old);
    const kept = await read(admin, async (tx) => [
      await tx.select().from(webhooks).where(eq(webhooks.id, id)),
      await tx.select().from(history).where(eq(history.objectId, id)),
    ]);
    for (const each of [secret, old]) expect(JSON.stringify(kept)).not.toContain(each);
  });
});

describe("a receiver that does not take it", () => {
  it("is asked again after growing pauses, by the same id, and every attempt stands in the log", async () => {
    const { id } = await add();
    await faultIn(world);
    receiver.behave(500);
    await round(id);
    await round(id);
    expect(receiver.heard).toHaveLength(1);
    await round(id, hours(0.01));
    receiver.behave({ location: "http://127.0.0.1:9/elsewhere" });
    await round(id, hours(0.2));
    receiver.behave(200);
    await round(id, hours(0.5));
    expect(receiver.heard).toHaveLength(3);
    await round(id, hours(1));
    expect(new Set(receiver.heard.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    const [delivery] = await deliveriesOf(id);
    expect(delivery?.tried.map(({ status, error }) => [status, error])).toEqual([
      ...[
        [500, "answered 500"],
        [500, "answered 500"],
      ],
      ...[
        [null, expect.stringContaining("redirect")],
        [200, null],
      ],
    ]);
    expect([delivery?.status, (await getWebhook(admin, id)).failures]).toEqual(["delivered", 0]);
  });

  it("is let go of when it says nothing for ten seconds", async () => {
    const { id } = await add();
    receiver.behave("silence");
    const trial = await testWebhook(admin, { id });
    expect(trial).toMatchObject({ ok: false, status: null, error: expect.stringContaining("no answer in time") });
    expect(trial.ms).toBeLessThan(12_000);
  });

  it("is paused at once when it says that it is gone; nothing is lost, and all of it is sent when it is back", async () => {
    const { id } = await add();
    receiver.behave(410);
    await faultIn(world);
    await faultIn(world);
    await round(id);
    expect(await getWebhook(admin, id)).toMatchObject({ pauseReason: "gone", pausedAt: mondayMorning });
    await faultIn(world);
    await round(id, hours(100));
    expect(receiver.heard).toHaveLength(1);
    expect((await deliveriesOf(id)).map(({ status }) => status)).toEqual(["queued", "queued", "queued"]);
    expect(await lettersAbout(receiver.url)).toEqual([`admin@${world.slug}.example`]);
    receiver.behave(200);
    expect(await resumeWebhook(admin, { id })).toEqual({ replayed: 3 });
    await round(id);
    expect((await deliveriesOf(id)).map(({ status }) => status)).toEqual(["delivered", "delivered", "delivered"]);
    await expect(resumeWebhook(admin, { id })).rejects.toBeInstanceOf(RuleBroken);
  });

  it("is paused after ten failures over a day, with one letter", async () => {
    const { id } = await add();
    receiver.behave(503);
    for (let n = 0; n < 4; n++) await faultIn(world);
    for (const hour of [0, 0.1, 1]) await round(id, hours(hour));
    expect(await getWebhook(admin, id)).toMatchObject({ failures: 12, pausedAt: null });
    await round(id, hours(25));
    expect(await getWebhook(admin, id)).toMatchObject({ pauseReason: "failing", pausedAt: hours(25) });
    expect(await lettersAbout(receiver.url)).toHaveLength(1);
  });

  it("hears nothing more once it is removed", async () => {
    const { id } = await add();
    await faultIn(world);
    await removeWebhook(admin, { id });
    await faultIn(world);
    await round(id);
    expect(receiver.heard).toEqual([]);
    await expect(removeWebhook(admin, { id })).rejects.toBeInstanceOf(NotFound);
    const kept = await read(admin, (tx) =>
      tx.select().from(webhookDeliveries).where(eq(webhookDeliveries.webhookId, id)),
    );
    expect(kept).toHaveLength(1);
  });

  it("is called again by another worker where the first died in the middle", async () => {
    const { id } = await add();
    await faultIn(world);
    const [delivery] = await deliveriesOf(id);
    const portal = world.portal(hours(0));
    await inTransaction(portal, (tx) =>
      tx
        .update(webhookDeliveries)
        .set({ claimedBy: "dead", nextAttemptAt: null })
        .where(eq(webhookDeliveries.id, delivery?.id ?? "")),
    );
    await sweepDeliveries(portal, async () => false);
    await deliverWebhook(portal, delivery?.id ?? "", "two");
    expect(receiver.heard).toHaveLength(0);
    await sweepDeliveries(portal, async (worker) => worker === "dead");
    await deliverWebhook(portal, delivery?.id ?? "", "two");
    expect(receiver.heard).toHaveLength(1);
    const held = and(eq(webhookDeliveries.webhookId, id), isNull(webhookDeliveries.claimedBy));
    expect(await read(portal, (tx) => tx.select().from(webhookDeliveries).where(held))).toHaveLength(1);
  });
});

async function lettersAbout(url: string): Promise<string[]> {
  const rows = await read(world.portal(), (tx) => tx.select().from(letters).where(eq(letters.kind, "webhook.paused")));
  return rows.filter(({ content }) => JSON.stringify(content).includes(url)).map(({ toAddress }) => toAddress);
}
