import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { letters } from "@/db/schema/history";
import { mutedAddresses } from "@/db/schema/intake";
import { inTransaction, read } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { unmuteAddress } from "@/lib/intake/unmute-address";
import { arrive, connectMail, lettersTo, mailOf } from "@/lib/testing/mails";
import { startSmtp, type TestSmtp } from "@/lib/testing/smtp";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, mondayMorning, type World } from "@/lib/testing/world";
import { cancelTicket } from "@/lib/tickets/cancel-ticket";
import { pauseTicket } from "@/lib/tickets/pause-ticket";
import { resumeTicket } from "@/lib/tickets/resume-ticket";
import { writeComment } from "@/lib/tickets/write-comment";
import { sendLetter } from "./send-letter";

process.env.SEAL_KEY ??= "a-key-for-tests-that-is-long-enough-0123";
process.env.ALLOW_ADDRESSES = "127.0.0.0/8";
process.env.DEMO = "0";
process.env.LOG_LEVEL = "silent";

let world: World;
let smtp: TestSmtp;
let staff = "";
const seconds = (n: number) => new Date(mondayMorning.getTime() + n * 1000);

beforeAll(async () => {
  smtp = await startSmtp();
});
afterAll(() => smtp.close());

async function fresh(): Promise<void> {
  world = await makeWorld();
  smtp.received.length = 0;
  staff = `staff@${world.slug}.example`;
  await connectMail(world, { smtpUrl: `smtp://127.0.0.1:${smtp.port}` });
}

async function sendAll(at: Date): Promise<void> {
  const ctx = world.portal(at);
  const rows = await read(ctx, (tx) => tx.select().from(letters).where(eq(letters.status, "queued")));
  const due = rows.filter(({ nextAttemptAt }) => nextAttemptAt === null || nextAttemptAt <= at);
  for (const { id } of due) await sendLetter(ctx, id, "test");
}

const pause = (reason: string) => ({
  ...{ reason, waitingFor: "other" as const, reviewAt: new Date("2026-12-16T09:00:00+01:00") },
});

async function pausedTwice(reference: string): Promise<void> {
  for (const [n, reason] of ["Vi väntar på en del.", "Vi väntar på en annan del."].entries()) {
    const first = await world.as("first", seconds(n));
    await pauseTicket(first, { reference, ...pause(reason) });
    await resumeTicket(first, { reference });
  }
}

describe("notices about one ticket", () => {
  it("close upon each other leave as one letter, and a person's reply never waits for them", async () => {
    await fresh();
    const reference = await faultIn(world);
    await sendAll(seconds(0));
    await pausedTwice(reference);
    await writeComment(await world.as("first"), { reference, body: "Hej Maja!", visibility: "public" });
    await sendAll(seconds(1));
    expect(smtp.received.map(({ envelopeFrom }) => envelopeFrom)).toEqual(["", "servicedesk@aminne.example"]);
    await sendAll(seconds(11));
    expect(smtp.received).toHaveLength(3);
    const grouped = smtp.received[2]?.mail;
    expect(grouped?.subject).toContain("2 nyheter");
    expect(grouped?.text).toMatch(/en del[\s\S]*en annan del/);
    await sendAll(seconds(60));
    expect(smtp.received).toHaveLength(3);
    expect((await lettersTo(world, staff)).map(({ status }) => status)).toEqual(["sent", "sent", "sent", "sent"]);
  });

  it("sent again after a crash says the same, though more has come since", async () => {
    await fresh();
    const reference = await faultIn(world);
    await sendAll(seconds(0));
    await pausedTwice(reference);
    smtp.refuse([{ at: "hangUpAfterLetter" }]);
    await sendAll(seconds(11));
    await pausedTwice(reference);
    await sendAll(seconds(60));
    const [lost] = smtp.received.filter(({ mail }) => mail.subject?.includes("nyheter"));
    const same = smtp.received.filter(({ mail }) => mail.messageId === lost?.mail.messageId);
    expect(same.map(({ mail }) => mail.text)).toEqual([lost?.mail.text, lost?.mail.text]);
  });

  it("over their budget wait, and are not lost", async () => {
    await fresh();
    const reference = await faultIn(world);
    for (let n = 0; n < 5; n += 1) {
      await sendAll(seconds(n * 60));
      await pausedTwice(reference);
    }
    await sendAll(seconds(600));
    expect(smtp.received).toHaveLength(5);
    const waiting = (await lettersTo(world, staff)).filter(({ status }) => status === "queued");
    expect(waiting.every(({ heldBecause }) => heldBecause === "lettersToSenderPerHour")).toBe(true);
    await sendAll(seconds(4300));
    expect((await lettersTo(world, staff)).every(({ status }) => status === "sent")).toBe(true);
  });
});

describe("what is not sent stands in the log with its reason", () => {
  it("one's own act", async () => {
    await fresh();
    const reference = await faultIn(world);
    await cancelTicket(await world.as("staff"), { reference, reason: "Det löste sig." });
    const [letter] = (await lettersTo(world, staff)).filter(({ kind }) => kind === "ticket.cancelled");
    expect(letter).toMatchObject({ status: "held", heldBecause: "ownAct" });
  });

  it("a second answer to the same sender the same day, and one to who wants none", async () => {
    await fresh();
    for (const body of ["Ett.", "Två."]) await arrive(world, mailOf({ from: "eva@annan.example", body }));
    await sendAll(seconds(1));
    await arrive(world, mailOf({ from: "bo@annan.example", body: "Tre.", headers: ["X-Auto-Response-Suppress: All"] }));
    await sendAll(seconds(2));
    expect(smtp.received).toHaveLength(1);
    const reasons = (await lettersTo(world, "eva@annan.example")).map(
      ({ status, heldBecause }) => `${status} ${heldBecause}`,
    );
    expect(reasons.sort()).toEqual(["held repliesToSenderPerDay", "sent null"]);
    expect(await lettersTo(world, "bo@annan.example")).toMatchObject([{ status: "held", heldBecause: "notAnswered" }]);
    await arrive(world, mailOf({ from: "eva@annan.example", body: "Fyra." }), seconds(90_000));
    await sendAll(seconds(90_000));
    expect(smtp.received).toHaveLength(2);
  });

  it("an address that sent a letter back, until an agent lifts it; only on a report of that very letter", async () => {
    await fresh();
    const from = "eva@linderas.example";
    await arrive(world, mailOf({ from, body: "Hej." }));
    const [opened] = await lettersTo(world, from);
    const reference = opened?.reference ?? "";
    await writeComment(await world.as("first"), { reference, body: "Hej!", visibility: "public" });
    await sendAll(seconds(1));
    const reply = smtp.received.at(-1)?.mail;
    await arrive(world, bounceOf("<annat@aminne.example>", from), seconds(2));
    expect(await muted()).toEqual([]);
    const answer = await arrive(world, bounceOf(reply?.messageId ?? "", from), seconds(3));
    expect(answer).toEqual({ outcome: "ignored", reason: "bounce", reference });
    expect((await lettersTo(world, from)).filter(({ bouncedAt }) => bouncedAt)).toMatchObject([
      { bounce: "permanent 5.1.1" },
    ]);
    await pauseTicket(await world.as("first"), { reference, ...pause("Vi väntar.") });
    await sendAll(seconds(120));
    const [held] = (await lettersTo(world, from)).filter(({ kind }) => kind === "ticket.paused");
    expect(held).toMatchObject({ status: "held", heldBecause: "muted" });
    const [mute] = await muted();
    await expect(unmuteAddress(await world.as("staff"), { id: mute?.id ?? "" })).rejects.toMatchObject({ status: 403 });
    await unmuteAddress(await world.as("first"), { id: mute?.id ?? "" });
    await expect(unmuteAddress(await world.as("first"), { id: mute?.id ?? "" })).rejects.toMatchObject({ status: 409 });
    await resumeTicket(await world.as("first"), { reference });
    await pauseTicket(await world.as("first"), { reference, ...pause("Vi väntar igen.") });
    const before = smtp.received.length;
    await sendAll(seconds(240));
    expect(smtp.received).toHaveLength(before + 1);
  });
});

const muted = () => read(world.portal(), (tx) => tx.select().from(mutedAddresses));

function bounceOf(id: string, address: string): Buffer {
  return Buffer.from(
    [
      ...[
        "From: MAILER-DAEMON@mx.example",
        "Return-Path: <>",
        "Subject: Undelivered Mail",
        `Message-ID: <${newId()}@mx.example>`,
      ],
      ...[
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        "",
        "--b",
        "Content-Type: text/plain",
        "",
      ],
      ...[
        "It did not arrive.",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.example",
        "",
      ],
      ...[
        `Final-Recipient: rfc822; ${address}`,
        "Action: failed",
        "Status: 5.1.1",
        "--b",
        "Content-Type: text/rfc822-headers",
      ],
      ...["", `Message-ID: ${id}`, "Subject: x", "--b--", ""],
    ].join("\r\n"),
  );
}

it("a letter is claimed by one of many", async () => {
  await fresh();
  await faultIn(world);
  const [letter] = await lettersTo(world, staff);
  const ctx = world.portal();
  await Promise.all([...Array(6)].map((_, n) => sendLetter(ctx, letter?.id ?? "", `w${n}`)));
  expect(smtp.received).toHaveLength(1);
  await inTransaction(ctx, async (tx) => {
    expect(await tx.select({ status: letters.status }).from(letters)).toEqual([{ status: "sent" }]);
  });
});

describe("a letter that cannot be read", () => {
  it("is let go of, tried again after a pause, and sent once it can be", async () => {
    await fresh();
    await faultIn(world);
    const ctx = world.portal();
    const [letter] = await read(ctx, (tx) => tx.select().from(letters).where(eq(letters.status, "queued")));
    const put = (content: unknown) =>
      inTransaction(ctx, (tx) =>
        tx
          .update(letters)
          .set({ content } as never)
          .where(eq(letters.id, letter?.id ?? "")),
      );
    await put({});
    await sendAll(seconds(0));
    const [held] = await read(ctx, (tx) =>
      tx
        .select()
        .from(letters)
        .where(eq(letters.id, letter?.id ?? "")),
    );
    expect(held).toMatchObject({ status: "queued", claimedBy: null });
    expect(held?.nextAttemptAt).toEqual(seconds(30));
    await put(letter?.content);
    await sendAll(seconds(31));
    expect((await lettersTo(world, staff)).map(({ status }) => status)).toEqual(["sent"]);
  });
});
