import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { letters } from "@/db/schema/history";
import { inboundMails } from "@/db/schema/intake";
import { read } from "@/lib/base/context";
import { canaryState } from "@/lib/intake/canary-state";
import { sendCanary } from "@/lib/intake/send-canary";
import { doneFolder } from "@/lib/mail/imap/imap";
import { type Dovecot, startDovecot } from "@/lib/testing/dovecot";
import { connectMail, lettersTo, mailOf } from "@/lib/testing/mails";
import { startSmtp, type TestSmtp } from "@/lib/testing/smtp";
import { makeWorld, mondayMorning, type World } from "@/lib/testing/world";
import { listComments } from "@/lib/tickets/list-comments";
import { getTicket } from "@/lib/tickets/queries";
import { writeComment } from "@/lib/tickets/write-comment";
import { fetchMail } from "./fetch-mail";
import { sendLetter } from "./send-letter";

process.env.SEAL_KEY ??= "a-key-for-tests-that-is-long-enough-0123";
process.env.ALLOW_ADDRESSES = "127.0.0.0/8,localhost";
process.env.DEMO = "0";
process.env.LOG_LEVEL = "silent";

let world: World;
let imap: Dovecot;
let smtp: TestSmtp;
const minutes = (n: number) => new Date(mondayMorning.getTime() + n * 60_000);

beforeAll(async () => {
  [imap, smtp] = [await startDovecot(), await startSmtp()];
});
afterAll(async () => {
  await imap.close();
  await smtp.close();
});

async function freshWorld(): Promise<void> {
  world = await makeWorld();
  smtp.received.length = 0;
  const { host, port, user, password } = imap;
  await connectMail(world, {
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    imap: { host, port, user, password, mailbox: "INBOX" },
  });
}

/** As the worker: everything that waits leaves, but for what waits for company. */
async function sendAll(at?: Date): Promise<void> {
  const ctx = world.portal(at);
  const waiting = await read(ctx, (tx) =>
    tx.select({ id: letters.id }).from(letters).where(eq(letters.status, "queued")),
  );
  for (const { id } of waiting) await sendLetter(ctx, id, "test");
}

const replyTo = (n = -1) => smtp.received.at(n)?.mail.replyTo?.value[0]?.address ?? "";

describe("mail there and back, through real servers", () => {
  it("is fetched, opens, is answered by an agent, and the answer to that finds its ticket", async () => {
    await freshWorld();
    await imap.deliver(mailOf({ from: "Eva Ström <eva@annan.example>", body: "Kan inte logga in." }));
    expect(await fetchMail(world.portal())).toBe(1);
    expect([await imap.messages(), (await imap.messages(doneFolder)).length]).toEqual([[], 1]);
    await sendAll();
    const [ack] = smtp.received;
    expect([ack?.envelopeFrom, ack?.envelopeTo]).toEqual(["", ["eva@annan.example"]]);
    expect(ack?.mail.headers.get("auto-submitted")).toBe("auto-replied");
    expect(ack?.raw).not.toMatch(/Kan inte logga in|Fråga/);
    const [letter] = await lettersTo(world, "eva@annan.example");
    const reference = letter?.reference ?? "";
    await writeComment(await world.as("first"), { reference, body: "Vilken enhet?", visibility: "public" });
    await sendAll();
    const reply = smtp.received.at(-1);
    expect([smtp.received.length, reply?.envelopeFrom]).toEqual([2, "servicedesk@aminne.example"]);
    expect(reply?.mail.headers.has("auto-submitted")).toBe(false);
    // From the phone the address is lost, and what it answers is named.
    const headers = [`In-Reply-To: ${reply?.mail.messageId}`, `References: ${reply?.mail.messageId}`];
    await imap.deliver(mailOf({ from: "eva@annan.example", body: "En iPad.", headers }));
    await fetchMail(world.portal(minutes(5)));
    const said = (await listComments(world.portal(), reference)).map(({ body }) => body);
    expect(said).toEqual(["Vilken enhet?", "En iPad."]);
  });

  it("the same mail left in the mailbox once more changes nothing", async () => {
    await freshWorld();
    const raw = mailOf({ from: "eva@annan.example", body: "En gång." });
    await imap.deliver(raw);
    await imap.deliver(raw);
    expect(await fetchMail(world.portal())).toBe(2);
    await imap.deliver(raw);
    await fetchMail(world.portal());
    const kept = await read(world.portal(), (tx) => tx.select({ outcome: inboundMails.outcome }).from(inboundMails));
    expect(kept).toEqual([{ outcome: "opened" }]);
  });
});

describe("two auto-responders wired to each other", () => {
  const machines = {
    "says nothing of what it is": () => [],
    "says that it answers": () => ["Auto-Submitted: auto-replied"],
    "answers a new subject, to the plain address": () => null,
  } as const;
  it.each(Object.entries(machines))("settle within two mails when the other %s", async (_, headersOf) => {
    await freshWorld();
    const robot = "svar@annan.example";
    await imap.deliver(mailOf({ from: robot, body: "Jag är en robot." }));
    let answered = 0;
    for (let round = 0; round < 6; round += 1) {
      await fetchMail(world.portal(minutes(round)));
      await sendAll(minutes(round));
      const unanswered = smtp.received.slice(answered);
      answered = smtp.received.length;
      for (const { mail } of unanswered) {
        const headers = headersOf();
        const to = headers === null ? "servicedesk@aminne.example" : (mail.replyTo?.value[0]?.address ?? "");
        const subject = headers === null ? `Kvitto ${round}` : `Re: ${mail.subject}`;
        await imap.deliver(
          mailOf({ from: robot, to, subject, body: "Vi har tagit emot ditt brev.", headers: headers ?? [] }),
        );
      }
    }
    expect(smtp.received.length).toBeLessThanOrEqual(2);
    const held = (await lettersTo(world, robot)).filter(({ status }) => status === "held");
    expect(held.every(({ heldBecause }) => heldBecause === "repliesToSenderPerDay")).toBe(true);
  });
});

describe("the canary", () => {
  it("goes round every hour and is well; away, it is an alarm; mail is not taken for it", async () => {
    await freshWorld();
    const state = async (n: number) => (await canaryState(await world.as("first", minutes(n)))).state;
    expect(await state(0)).toBe("waiting");
    await sendCanary(world.portal());
    await sendCanary(world.portal(minutes(5)));
    await sendAll();
    expect(smtp.received).toHaveLength(1);
    expect([await state(5), await state(16)]).toEqual(["waiting", "alarm"]);
    await imap.deliver(smtp.received[0]?.raw ?? "");
    await fetchMail(world.portal(minutes(17)));
    expect(await state(18)).toBe("well");
    const [mail] = await read(world.portal(), (tx) => tx.select().from(inboundMails));
    expect(mail).toMatchObject({ outcome: "ignored", reason: "canary" });
    await sendCanary(world.portal(minutes(61)));
    await sendAll(minutes(61));
    expect([smtp.received.length, await state(70), await state(80)]).toEqual([2, "well", "alarm"]);
    expect(await state(400)).toBe("alarm");
  });

  it("is off where mail does not go round, and is the desk's to see", async () => {
    const other = await makeWorld();
    await sendCanary(other.portal());
    expect((await canaryState(await other.as("first"))).state).toBe("off");
    await expect(canaryState(await other.as("staff"))).rejects.toMatchObject({ status: 403 });
  });
});

it("letters about a ticket carry its token", async () => {
  await freshWorld();
  await imap.deliver(mailOf({ from: `staff@${world.slug}.example`, body: "Hej" }));
  await fetchMail(world.portal());
  await sendAll();
  expect(replyTo()).toMatch(/^servicedesk\+[a-z0-9]{32}@aminne\.example$/);
  const [letter] = await lettersTo(world, `staff@${world.slug}.example`);
  expect((await getTicket(world.portal(), letter?.reference ?? "")).ticket.channel).toBe("email");
});
