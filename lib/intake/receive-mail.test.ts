import { and, count, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inboundMails, mailedTexts } from "@/db/schema/intake";
import { persons } from "@/db/schema/people";
import { comments, tickets } from "@/db/schema/tickets";
import { read } from "@/lib/base/context";
import { contextOfPerson } from "@/lib/people/context-of-person";
import { answerAddress, arrive, connectMail, lettersTo, mailOf } from "@/lib/testing/mails";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { closeTicket } from "@/lib/tickets/close-ticket";
import { listAttachments } from "@/lib/tickets/list-attachments";
import { listComments } from "@/lib/tickets/list-comments";
import { mergeTicket } from "@/lib/tickets/merge-ticket";
import { getTicket } from "@/lib/tickets/queries";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import { receiveMail } from "./receive-mail";

process.env.SEAL_KEY ??= "a-key-for-tests-that-is-long-enough-0123";

let world: World;
let staff = "";
let stranger = "";
let number = 0;

beforeAll(async () => {
  world = await makeWorld();
  await connectMail(world, { authenticationServer: "mx.aminne.example" });
  staff = `staff@${world.slug}.example`;
});

const newStranger = () => {
  number += 1;
  stranger = `eva${number}@annan.example`;
  return stranger;
};

const rows = async () => {
  const [row] = await read(world.portal(), async (tx) => {
    const of = async (table: typeof tickets | typeof comments | typeof inboundMails) =>
      (await tx.select({ n: count() }).from(table))[0]?.n ?? 0;
    return [{ tickets: await of(tickets), comments: await of(comments), mails: await of(inboundMails) }];
  });
  return row;
};

const answerOf = (reference: string, body: string, headers: string[] = [], from = staff) =>
  mailOf({ from, to: answerAddress(world, reference, from), subject: `SV: Ärende ${reference}`, body, headers });

async function resolved(): Promise<string> {
  const reference = await faultIn(world);
  await resolveTicket(await world.as("first"), { reference, resolution: "Startade om tjänsten.", code: "fixed" });
  return reference;
}

describe("a new mail", () => {
  it("from a person here opens a ticket in their name, marked as unconfirmed, and is answered without its words", async () => {
    const raw = mailOf({
      from: `Maja <${staff}>`,
      subject: "SV: Köp billigt",
      body: "Plattan laddar inte.\n\nMvh\nMaja",
    });
    const { outcome, reference = "", reason } = await arrive(world, raw);
    expect([outcome, reason]).toEqual(["opened", "newUnconfirmed"]);
    const { ticket, requester } = await getTicket(world.portal(), reference);
    expect([ticket.channel, ticket.title, requester]).toEqual(["email", "Köp billigt", staff]);
    expect(ticket.description).toMatch(/^Plattan laddar inte\./);
    const [letter] = await lettersTo(world, staff);
    expect(letter).toMatchObject({ kind: "ticket.opened", origin: "answer", reference, status: "queued" });
    expect(JSON.stringify(letter?.content)).not.toMatch(/billigt|laddar/);
    const [text] = await read(world.portal(), (tx) =>
      tx.select().from(mailedTexts).where(eq(mailedTexts.ticketId, ticket.id)),
    );
    expect(text).toMatchObject({ commentId: null, isProven: false, sender: staff, senderName: "Maja" });
  });

  it("is marked as proven only by our own mail server's word", async () => {
    const headers = ["Authentication-Results: mx.aminne.example; dmarc=pass header.from=aminne.example"];
    const proven = await arrive(world, mailOf({ from: staff, body: "Byt penna.", headers }));
    expect(proven.reason).toBe("new");
    const forged = [headers[0]?.replace("mx.aminne", "mx.annan") ?? ""];
    expect((await arrive(world, mailOf({ from: staff, body: "Byt penna.", headers: forged }))).reason).toBe(
      "newUnconfirmed",
    );
  });

  it("from a stranger makes a contact, who can never sign in and is in no list", async () => {
    const from = newStranger();
    const { outcome, reference = "" } = await arrive(world, mailOf({ from: `Eva Ström <${from}>`, body: "Hej!" }));
    expect(outcome).toBe("opened");
    expect((await getTicket(world.portal(), reference)).requester).toBe(from);
    const [contact] = await read(world.portal(), (tx) => tx.select().from(persons).where(eq(persons.email, from)));
    expect(contact).toMatchObject({ isContact: true, name: "Eva Ström", account: null });
    expect(contact?.disabledAt).not.toBeNull();
    await expect(contextOfPerson(from, "test", world.slug)).rejects.toMatchObject({ key: "people.noSuchPerson" });
    const [letter] = await lettersTo(world, from);
    expect(JSON.stringify(letter?.content)).not.toContain("http");
    await arrive(world, mailOf({ from, body: "Hej igen!" }));
    const found = await read(world.portal(), (tx) => tx.select().from(persons).where(eq(persons.email, from)));
    expect(found).toHaveLength(1);
  });

  it("that comes again is the same, with or without a Message-ID, and however its lines end", async () => {
    for (const id of [undefined, null]) {
      const raw = mailOf({ from: staff, body: `En gång ${id}.`, ...(id === undefined ? {} : { id }) });
      const first = await arrive(world, raw);
      const before = await rows();
      const hop = Buffer.from(`Received: from a by b; Mon, 14 Dec 2026 08:56:00 +0100\r\n${raw.toString()}`);
      const bare = Buffer.from(raw.toString().replaceAll("\r\n", "\n"));
      for (const again of [raw, hop, bare]) expect(await arrive(world, again)).toEqual(first);
      expect(await rows()).toEqual(before);
    }
  });

  it("under another's Message-ID is neither lost nor taken for it", async () => {
    await arrive(world, mailOf({ from: staff, body: "Min.", id: "<samma@mail.example>" }));
    const other = mailOf({ from: newStranger(), body: "En annan.", id: "<samma@mail.example>" });
    const answer = { outcome: "quarantined", reason: "sameMessageId" };
    expect(await arrive(world, other)).toEqual(answer);
    expect(await arrive(world, other)).toEqual(answer);
  });

  it("that arrives at many doors at once is one", async () => {
    const raw = mailOf({ from: staff, body: "Samtidigt." });
    const answers = await Promise.all([...Array(8)].map(() => arrive(world, raw)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

describe("a reply", () => {
  it("with the token, from whom the letter was for, stands in the ticket; the history is folded", async () => {
    const reference = await faultIn(world);
    const body =
      "Den är fortfarande svart.\n\nDen 14 dec. 2026 kl. 08:50 skrev Servicedesk <servicedesk@aminne.example>:\n> Hej!";
    expect(await arrive(world, answerOf(reference, body))).toEqual({ outcome: "appended", reference, reason: "reply" });
    const [comment] = await listComments(await world.as("staff"), reference);
    expect(comment).toMatchObject({ body: "Den är fortfarande svart.", visibility: "public", author: "Maja Ekdahl" });
    expect(comment?.mail).toMatchObject({ isProven: false, sender: staff });
    expect(comment?.mail?.quoted).toContain("> Hej!");
  });

  it("in other hands, or by the number alone, is a new ticket with the old as a hint", async () => {
    const reference = await faultIn(world);
    const { ticket } = await getTicket(world.portal(), reference);
    const stolen = mailOf({
      from: newStranger(),
      to: answerAddress(world, reference, staff),
      body: "Ge mig lösenordet.",
    });
    const byNumber = mailOf({ from: staff, subject: `Ang. ${reference}`, body: "Hur går det?" });
    for (const raw of [stolen, byNumber]) {
      const answer = await arrive(world, raw);
      expect(answer.outcome).toBe("opened");
      expect(answer.reference).not.toBe(reference);
      const [mail] = await read(world.portal(), (tx) =>
        tx
          .select({ suggestedId: inboundMails.suggestedId })
          .from(inboundMails)
          .innerJoin(tickets, eq(tickets.id, inboundMails.ticketId))
          .where(eq(tickets.reference, answer.reference ?? "")),
      );
      expect(mail?.suggestedId).toBe(ticket.id);
    }
    expect(await listComments(world.portal(), reference)).toEqual([]);
  });

  it("from an agent's address is a note: it answers nobody, and no clock hears of it", async () => {
    const reference = await faultIn(world);
    const agent = `first@${world.slug}.example`;
    const answer = await arrive(world, answerOf(reference, "Prova att starta om.", [], agent));
    expect(answer).toEqual({ outcome: "appended", reference, reason: "agentByMail" });
    expect((await getTicket(world.portal(), reference)).ticket).toMatchObject({ status: "new", firstResponseAt: null });
    expect(await listComments(await world.as("staff"), reference)).toEqual([]);
    const told = (await lettersTo(world, staff)).filter((letter) => letter.reference === reference);
    expect(told.map(({ kind }) => kind)).toEqual(["ticket.opened"]);
  });

  it("reopens what was resolved; thanks and machines do not; after closing it is a linked ticket", async () => {
    const reference = await resolved();
    const status = async () => (await getTicket(world.portal(), reference)).ticket.status;
    expect((await arrive(world, answerOf(reference, "Tack så mycket!\n\nMvh\nMaja Ekdahl"))).reason).toBe("thanks");
    expect(await status()).toBe("resolved");
    const away = answerOf(reference, "Jag är på semester.", ["Auto-Submitted: auto-replied"]);
    expect(await arrive(world, away)).toMatchObject({ outcome: "ignored", reference });
    expect(await status()).toBe("resolved");
    expect((await arrive(world, answerOf(reference, "Nej, den är trasig igen."))).reason).toBe("reopened");
    expect(await status()).toBe("in_progress");
    const other = await resolved();
    await closeTicket(await world.as("staff"), { reference: other });
    const after = await arrive(world, answerOf(other, "Nu är det samma fel igen."));
    expect(after).toMatchObject({ outcome: "opened", reason: "afterClosing" });
    expect(after.reference).not.toBe(other);
  });
});

it("a file that comes with a reply is for the agents where its words are: its ticket went into somebody else's", async () => {
  const [from, into] = [await faultIn(world), await faultIn(world, {}, "staff2")];
  await mergeTicket(await world.as("first"), { reference: from, into });
  const headers = ['Content-Disposition: attachment; filename="lösenord.txt"'];
  expect((await arrive(world, answerOf(from, "Mitt lösenord.", headers))).reason).toBe("redirected");
  expect(await listAttachments(await world.as("staff2"), into)).toEqual([]);
  expect(await listAttachments(await world.as("first"), into)).toMatchObject([{ isInternal: true }]);
});

it("approves nothing, and takes no role from a proven sender either", async () => {
  const headers = ["Authentication-Results: mx.aminne.example; dmarc=pass"];
  const answer = await arrive(world, mailOf({ from: `admin@${world.slug}.example`, body: "Godkänt.", headers }));
  expect(answer).toMatchObject({ outcome: "opened", reason: "new" });
});

it("is the administrator's and the portal's alone", async () => {
  const raw = mailOf({ from: staff, body: "Hej" });
  for (const who of ["staff", "first", "lead", "manager"])
    await expect(receiveMail(await world.as(who), { mailbox: "x", raw })).rejects.toMatchObject({ status: 403 });
  expect((await receiveMail(await world.as("admin"), { mailbox: "x@aminne.example", raw })).outcome).toBe("opened");
});

it("a token of another organisation is nothing", async () => {
  const other = await makeWorld();
  await connectMail(other);
  const reference = await faultIn(world);
  const to = answerAddress(world, reference, staff);
  const answer = await arrive(other, mailOf({ from: staff, to, body: "Hej" }));
  const [mail] = await read(other.portal(), (tx) =>
    tx
      .select()
      .from(inboundMails)
      .where(and(eq(inboundMails.sender, staff))),
  );
  expect([answer.outcome, mail?.suggestedId]).toEqual(["opened", null]);
});
