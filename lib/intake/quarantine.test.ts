import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inboundMails } from "@/db/schema/intake";
import { persons } from "@/db/schema/people";
import { inTransaction, read } from "@/lib/base/context";
import { answerAddress, arrive, connectMail, lettersTo, mailOf } from "@/lib/testing/mails";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { listComments } from "@/lib/tickets/list-comments";
import { getTicket } from "@/lib/tickets/queries";
import { dismissMail } from "./dismiss-mail";
import { getMail } from "./get-mail";
import { listLetters, listMuted } from "./list-letters";
import { countWaiting, listMails } from "./list-mails";
import { processOrKeep } from "./process-mail";
import { releaseAsReply } from "./release-as-reply";
import { releaseAsTicket } from "./release-as-ticket";
import { storeMail } from "./store-mail";

process.env.SEAL_KEY ??= "a-key-for-tests-that-is-long-enough-0123";
process.env.LOG_LEVEL = "silent";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await connectMail(world);
});

let number = 0;
async function quarantined(
  body = "Frånvaro.",
  from = `eva${++number}@annan.example`,
): Promise<{ id: string; from: string }> {
  const raw = mailOf({ from, subject: "Autosvar: borta", body });
  expect((await arrive(world, raw)).outcome).toBe("quarantined");
  const [mail] = await read(world.portal(), (tx) =>
    tx.select().from(inboundMails).where(eq(inboundMails.sender, from)),
  );
  return { id: mail?.id ?? "", from };
}

describe("a mail in quarantine", () => {
  it("is seen, read without anything that could run, and counted", async () => {
    const html =
      '<p onclick="x()">Hej</p><script>alert(1)</script><img src="https://spy.example/1.png"><form action="https://x"><input></form><a href="javascript:x()">här</a>';
    const raw = mailOf({ from: "noreply@annan.example", body: html }).toString().replace("text/plain", "text/html");
    await arrive(world, Buffer.from(raw));
    const agent = await world.as("first");
    const [listed] = await listMails(agent, "waiting");
    expect(listed).toMatchObject({ sender: "noreply@annan.example", reason: "noReplyAddress" });
    const { html: cleaned, fresh } = await getMail(agent, listed?.id ?? "");
    expect(cleaned).toMatch(/^<p>Hej<\/p><a rel="[a-z ]+">här<\/a>$/);
    expect(fresh).toContain("Hej");
    expect(await countWaiting(agent)).toBeGreaterThan(0);
  });

  it("becomes a ticket once, in the sender's name and without a machine's answer", async () => {
    const { id, from } = await quarantined("Min platta är borta.");
    const agents = await Promise.all([world.as("first"), world.as("second")]);
    const results = await Promise.allSettled(agents.map((agent) => releaseAsTicket(agent, { mailId: id })));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const won = results.find((result) => result.status === "fulfilled");
    const reference = won?.status === "fulfilled" ? won.value.reference : "";
    expect(await getTicket(world.portal(), reference)).toMatchObject({ requester: from, ticket: { channel: "email" } });
    expect(await lettersTo(world, from)).toMatchObject([{ status: "held", heldBecause: "notAnswered" }]);
    await expect(dismissMail(agents[0], { mailId: id, reason: "Reklam" })).rejects.toMatchObject({ status: 409 });
  });

  it("becomes the requester's reply, and from anybody else a note", async () => {
    const reference = await faultIn(world);
    const agent = await world.as("first");
    const mine = await quarantined("Från mig.", `staff@${world.slug}.example`);
    const other = await quarantined("Från en annan.");
    for (const { id } of [mine, other]) await releaseAsReply(agent, { mailId: id, reference });
    const said = (await listComments(agent, reference)).map(({ body, visibility }) => `${visibility} ${body}`);
    expect(said.sort()).toEqual(["internal Från en annan.", "public Från mig."]);
    const { id } = await quarantined();
    for (const wrong of ["123-4568", "hej hej"])
      await expect(releaseAsReply(agent, { mailId: id, reference: wrong })).rejects.toMatchObject({ status: 400 });
  });

  it("is dismissed with a reason", async () => {
    const { id } = await quarantined();
    await dismissMail(await world.as("lead"), { mailId: id, reason: "Reklam" });
    const found = await listMails(await world.as("first"), "decided");
    expect(found.find((mail) => mail.id === id)).toMatchObject({ id, decision: "dismissed", decidedReason: "Reklam" });
  });

  it("is the desk's of this organisation alone", async () => {
    const { id } = await quarantined();
    for (const who of ["staff", "manager", "admin", "secretary"]) {
      const ctx = await world.as(who);
      const tries = [
        () => releaseAsTicket(ctx, { mailId: id }),
        () => releaseAsReply(ctx, { mailId: id, reference: "100-0001" }),
        () => dismissMail(ctx, { mailId: id, reason: "Reklam" }),
        async () => listMails(ctx, "waiting"),
        () => getMail(ctx, id),
        async () => listLetters(ctx, false),
        async () => listMuted(ctx),
        async () => countWaiting(ctx),
      ];
      for (const each of tries) await expect((async () => each())()).rejects.toMatchObject({ status: 403 });
    }
    const elsewhere = await makeWorld();
    const agent = await elsewhere.as("first");
    await expect(getMail(agent, id)).rejects.toMatchObject({ status: 404 });
    await expect(releaseAsTicket(agent, { mailId: id })).rejects.toMatchObject({ status: 404 });
    await expect(dismissMail(agent, { mailId: id, reason: "Reklam" })).rejects.toMatchObject({ status: 404 });
  });
});

it("what is about a confidential ticket is seen by those who may read that alone, letters and automatic answers too", async () => {
  const requester = `staff2@${world.slug}.example`;
  await inTransaction(world.portal(), (tx) =>
    tx.update(persons).set({ hasProtectedIdentity: true }).where(eq(persons.email, requester)),
  );
  const reference = await faultIn(world, { category: "ipad/sync" }, "staff2");
  const to = answerAddress(world, reference, requester);
  const raw = mailOf({ from: requester, to, body: "Borta.", headers: ["Auto-Submitted: auto-replied"] });
  expect(await arrive(world, raw)).toMatchObject({ outcome: "ignored", reference });
  const seen = async (who: string) => {
    const ctx = await world.as(who);
    const [mails, sent] = [await listMails(ctx, "ignored"), await listLetters(ctx, false)];
    return [mails.some(({ sender }) => sender === requester), sent.some(({ toAddress }) => toAddress === requester)];
  };
  expect([await seen("first"), await seen("third")]).toEqual([
    [true, true],
    [false, false],
  ]);
});

it("what waits and names a confidential ticket is neither seen, counted nor decided on by others", async () => {
  const reference = await faultIn(world, { category: "sensitive" });
  const requester = `staff@${world.slug}.example`;
  const to = answerAddress(world, reference, requester);
  const before = [await countWaiting(await world.as("third")), await countWaiting(await world.as("second"))];
  const doubtful = { body: "Jag flyttar.", headers: ["Return-Path: <>"] };
  expect(await arrive(world, mailOf({ from: requester, to, subject: "Hemligt namn", ...doubtful }))).toMatchObject({
    outcome: "quarantined",
  });
  const seen = async (who: string) =>
    (await listMails(await world.as(who), "waiting")).find(({ subject }) => subject === "Hemligt namn");
  const mail = await seen("second");
  expect(mail?.reference).toBe(reference);
  expect(await seen("third")).toBeUndefined();
  const after = [await countWaiting(await world.as("third")), await countWaiting(await world.as("second"))];
  expect(after).toEqual([before[0], (before[1] ?? 0) + 1]);
  const mailId = mail?.id ?? "";
  const stranger = await world.as("third");
  const acts = [
    () => getMail(stranger, mailId),
    () => releaseAsTicket(stranger, { mailId }),
    () => dismissMail(stranger, { mailId, reason: "Reklam" }),
  ];
  for (const act of acts) await expect(act()).rejects.toMatchObject({ status: 404 });
  await dismissMail(await world.as("second"), { mailId, reason: "Tomt" });
});

it("what waits and is from a protected person is seen by those who keep secrets alone", async () => {
  const sender = `manager2@${world.slug}.example`;
  await inTransaction(world.portal(), (tx) =>
    tx.update(persons).set({ hasProtectedIdentity: true }).where(eq(persons.email, sender)),
  );
  await arrive(world, mailOf({ from: sender, body: "Hej", headers: ["Return-Path: <>"] }));
  const sees = async (who: string) =>
    (await listMails(await world.as(who), "waiting")).some((mail) => mail.sender === sender);
  expect([await sees("second"), await sees("third"), await sees("first")]).toEqual([true, false, false]);
});

it("a mail whose processing fails ends where it is seen, and is not tried for ever", async () => {
  const raw = mailOf({ from: "eva@annan.example", body: "Hej" });
  const id = await storeMail(world.portal(), { mailbox: "servicedesk@aminne.example", raw });
  // The judged verdict is no verdict: whatever reads it fails.
  await inTransaction(world.portal(), (tx) =>
    tx.update(inboundMails).set({ step: "judged", verdict: null }).where(eq(inboundMails.id, id)),
  );
  const reasons: string[] = [];
  for (let n = 0; n < 4; n += 1) reasons.push((await processOrKeep(world.portal(), id)).reason);
  expect(reasons).toEqual(["notYet", "notYet", "processingFailed", "processingFailed"]);
  expect((await listMails(await world.as("first"), "waiting")).map((mail) => mail.id)).toContain(id);
});
