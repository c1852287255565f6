import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loopback } from "@/lib/base/addresses";
import { startSmtp, type TestSmtp } from "@/lib/testing/smtp";
import { type Letter, layOut, type Mailer, mailer } from "./index";

const from = "Servicedesk Åminne <servicedesk@aminne.example>";

type Subject = {
  mailer: Mailer;
  last: () => Promise<string>;
  count: () => Promise<number>;
  close: () => Promise<void>;
};

const subjects: Record<string, () => Promise<Subject>> = {
  SMTP: async () => {
    const server: TestSmtp = await startSmtp();
    return {
      mailer: mailer({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from }, { allowed: loopback, from: "" }),
      last: async () => server.received.at(-1)?.raw ?? "",
      count: async () => server.received.length,
      close: server.close,
    };
  },
  disk: async () => {
    const dir = await mkdtemp(join(tmpdir(), "mail-"));
    const count = async () => (await readdir(dir)).filter((name) => name.endsWith(".eml")).length;
    return {
      mailer: mailer(null, { allowed: [], from, diskDir: dir }),
      last: async () => readFile(join(dir, `${await count()}.eml`), "utf8"),
      count,
      close: () => rm(dir, { recursive: true }),
    };
  },
};

const layout = layOut({
  language: "sv",
  heading: "Din iPad är på väg",
  paragraphs: ["Hej Åsa! Den kommer fre 8 jan 2027."],
  facts: [{ label: "Ärendenummer", value: "123-4567" }],
  action: { label: "Följ beställningen", url: "https://service.aminne.example/orders/123-4567?a=1&b=2" },
  footer: "Åminne kommun",
});
let serial = 0;
const letter = (change: Partial<Letter> = {}): Letter => {
  serial += 1;
  return {
    id: `letter-${serial}`,
    to: "asa@aminne.example",
    subject: "Beställning 123-4567: på väg, åäö",
    ...layout,
    ...change,
  };
};

describe.each(Object.entries(subjects))("%s", (_name, open) => {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());
  const send = async (change?: Partial<Letter>) => {
    const sent = await subject.mailer.send(letter(change));
    const raw = await subject.last();
    return { ...sent, raw, mail: await simpleParser(raw) };
  };

  it("carries subject, text and HTML with å, ä and ö, from and to whom it should", async () => {
    const { mail } = await send();
    expect(mail.subject).toBe("Beställning 123-4567: på väg, åäö");
    expect(mail.from?.value).toEqual([{ name: "Servicedesk Åminne", address: "servicedesk@aminne.example" }]);
    expect(mail.to).toMatchObject({ value: [{ address: "asa@aminne.example" }] });
    expect(mail.text).toContain("Hej Åsa! Den kommer fre 8 jan 2027.");
    expect(mail.html).toContain("<h1");
    expect(mail.date).toBeInstanceOf(Date);
  });

  it("asks machines not to answer", async () => {
    const { mail } = await send();
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail.headers.get("x-auto-response-suppress")).toBe("All");
    expect(mail.headers.get("list")).toMatchObject({ id: { name: "letters.aminne.example" } });
    expect(mail.headers.get("precedence")).toBe("bulk");
    const reply = await send({ origin: "answer" });
    expect(reply.mail.headers.get("auto-submitted")).toBe("auto-replied");
  });

  it("that a person wrote asks nothing of the kind", async () => {
    const { mail } = await send({ origin: "person" });
    for (const name of ["auto-submitted", "x-auto-response-suppress", "list", "precedence"])
      expect(mail.headers.has(name)).toBe(false);
  });

  it("about a ticket brings its answers back: by address, by what they name, and in one thread", async () => {
    const { mail, messageId } = await send({
      thread: { token: "0000018abcdefghijklmnopqrstuvwxy", reference: "000-0018" },
    });
    expect(mail.replyTo?.value).toMatchObject([
      { address: "servicedesk+0000018abcdefghijklmnopqrstuvwxy@aminne.example" },
    ]);
    expect(messageId).toMatch(/^<letter-\d+\.0000018abcdefghijklmnopqrstuvwxy\.thread@aminne\.example>$/);
    expect([mail.messageId, mail.inReplyTo, mail.references]).toEqual([
      messageId,
      "<000-0018.ticket@aminne.example>",
      "<000-0018.ticket@aminne.example>",
    ]);
  });

  it("has a Message-ID made of the letter's id", async () => {
    const { messageId, mail } = await send({ id: "0b8f2a1e-77aa-4f0e-9f2c-1f1f3a4d5e6f" });
    expect(messageId).toBe("<0b8f2a1e-77aa-4f0e-9f2c-1f1f3a4d5e6f.letter@aminne.example>");
    expect(mail.messageId).toBe(messageId);
  });

  it("carries attachments, text and bytes alike", async () => {
    const calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Leverans på Åvägen\r\nEND:VCALENDAR\r\n";
    const { mail } = await send({
      attachments: [
        { filename: "123-4567.ics", contentType: "text/calendar", content: calendar },
        { filename: "../kvittens å.pdf", contentType: "application/pdf", content: new Uint8Array([0, 255, 13, 10, 1]) },
      ],
    });
    const [ics, pdf] = mail.attachments;
    expect(ics).toMatchObject({
      filename: "123-4567.ics",
      contentType: "text/calendar",
      contentDisposition: "attachment",
    });
    expect(ics?.content.toString("utf8")).toBe(calendar);
    expect(pdf?.filename).toBe("..-kvittens å.pdf");
    expect([...(pdf?.content ?? [])]).toEqual([0, 255, 13, 10, 1]);
  });

  it("lets no line break make a header", async () => {
    const bad = "x\r\nBcc: boven@example.net\r\n\r\nannan text\u2028\n";
    const { raw, mail } = await send({
      subject: bad,
      headers: { "X-Reference": bad },
      attachments: [{ filename: bad, contentType: "text/plain", content: "a" }],
    });
    expect(mail.headers.has("bcc")).toBe(false);
    expect(raw).not.toMatch(/^bcc:/im);
    expect(mail.subject).toBe("x Bcc: boven@example.net annan text");
    expect(mail.headers.get("x-reference")).toBe("x Bcc: boven@example.net annan text");
  });

  it("goes to one plain address, or not at all", async () => {
    const before = await subject.count();
    for (const to of [
      "",
      "asa",
      "asa@",
      "asa@aminne.example, boven@example.net",
      "asa@aminne.example\r\nRCPT TO:<boven@example.net>",
      '"boven@example.net"@aminne.example',
      "Åsa <asa@aminne.example>",
      "asa@aminne.example>",
      "asa@[127.0.0.1]",
    ]) {
      await expect(subject.mailer.send(letter({ to }))).rejects.toMatchObject({ key: "mail.badAddress", retry: false });
    }
    expect(await subject.count()).toBe(before);
  });

  it("lets no letter say that it is from someone else", async () => {
    for (const headers of [
      { From: "a@b.example" },
      { "Message-ID": "<x>" },
      { "x y": "z" },
      { "Content-Type": "text/html" },
      { Bcc: "a@b.example" },
    ]) {
      await expect(subject.mailer.send(letter({ headers: headers as Record<string, string> }))).rejects.toMatchObject({
        key: "mail.refused",
      });
    }
    await expect(subject.mailer.send(letter({ id: "a@b>" }))).rejects.toMatchObject({
      key: "mail.refused",
      retry: false,
    });
  });

  it("reads no file, also when a text is an object that asks for one", async () => {
    const text = { path: "/etc/passwd" } as unknown as string;
    await expect(send({ text })).rejects.toMatchObject({ name: "Unavailable" });
    const content = { path: "/etc/passwd" } as unknown as string;
    await expect(send({ attachments: [{ filename: "a", contentType: "text/plain", content }] })).rejects.toThrow();
  });

  it("checks itself", async () => {
    const checks = await subject.mailer.check();
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.every(({ ok }) => ok)).toBe(true);
  });
});
