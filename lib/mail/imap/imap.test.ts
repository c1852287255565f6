import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loopback } from "@/lib/base/addresses";
import { otherCertificate, testCertificate } from "@/lib/testing/certificate";
import { type Dovecot, startDovecot } from "@/lib/testing/dovecot";
import { startSmtp } from "@/lib/testing/smtp";
import { fetcher } from "../index";
import { doneFolder } from "./imap";

let server: Dovecot;
beforeAll(async () => {
  server = await startDovecot();
});
afterAll(() => server.close());

const from = "Servicedesk <servicedesk@aminne.example>";
const open = (change: Record<string, unknown> = {}, ca?: string) => {
  const { host, port, user, password } = server;
  const imap = { host, port, user, password, mailbox: "INBOX", ...change };
  const made = fetcher(
    { smtpUrl: "smtp://127.0.0.1", from, imap, ...(ca ? { ca } : {}) },
    { allowed: loopback, timeoutMs: 5000 },
  );
  if (!made) throw new Error("no mailbox");
  return made;
};
const mail = (n: number) =>
  `From: eva@annan.example\r\nMessage-ID: <${n}@x>\r\nSubject: Nr ${n}\r\n\r\nHej åäö ${n}\r\n`;
const idIn = (raw: Buffer | string) => /Message-ID: <(\d+)@x>/.exec(raw.toString())?.[1];

describe("fetching, from a real Dovecot", () => {
  let taken: string[] = [];
  beforeEach(() => {
    taken = [];
  });
  const keep = async ({ raw }: { raw: Buffer }) => {
    taken.push(idIn(raw) ?? "?");
    return true;
  };

  it("takes everything, bytes as they came, and moves away what was kept", async () => {
    for (const n of [1, 2, 3]) await server.deliver(mail(n));
    const raws: Buffer[] = [];
    const kept = await open().fetch(async ({ raw, isWhole }) => {
      raws.push(raw);
      return isWhole;
    }, 10);
    expect([kept, raws.map(idIn).sort()]).toEqual([3, ["1", "2", "3"]]);
    expect(raws.find((raw) => idIn(raw) === "1")?.toString("utf8")).toBe(mail(1));
    expect([await server.messages(), (await server.messages(doneFolder)).length]).toEqual([[], 3]);
    expect(await open().fetch(keep, 10)).toBe(0);
  });

  it("leaves what was not kept, takes it again, and the others meanwhile", async () => {
    for (const n of [4, 5]) await server.deliver(mail(n));
    expect(await open().fetch(async ({ raw }) => idIn(raw) !== "4", 10)).toBe(1);
    expect((await server.messages()).map(idIn)).toEqual(["4"]);
    expect(await open().fetch(keep, 10)).toBe(1);
    expect(taken).toEqual(["4"]);
  });

  it("what a fault interrupts is still there", async () => {
    await server.deliver(mail(6));
    const fails = open().fetch(() => Promise.reject(new Error("the database is away")), 10);
    await expect(fails).rejects.toMatchObject({ key: "mail.unreachable" });
    expect((await server.messages()).map(idIn)).toEqual(["6"]);
    expect(await open().fetch(keep, 10)).toBe(1);
  });

  it("takes at most so many a round", async () => {
    for (const n of [7, 8, 9]) await server.deliver(mail(n));
    expect(await open().fetch(keep, 2)).toBe(2);
    expect(await open().fetch(keep, 2)).toBe(1);
  });
});

describe("what is wrong with a connection", () => {
  const faults = async (change: Record<string, unknown>, ca?: string) =>
    (await open(change, ca).check()).map(({ check, ok }) => `${check} ${ok}`);

  it.each([
    [{}, ["imap_connect true", "imap_sign_in true", "imap_mailbox true"]],
    [{ password: "fel" }, ["imap_connect true", "imap_sign_in false"]],
    [{ mailbox: "Saknas" }, ["imap_connect true", "imap_sign_in true", "imap_mailbox false"]],
    [{ port: 9 }, ["imap_connect false"]],
    [{ host: "192.0.2.1" }, ["imap_connect false"]],
  ])("%j", async (change, expected) => expect(await faults(change)).toEqual(expected));

  it("is told without the password", async () => {
    const checks = await open({ password: "mycket-hemligt" }).check();
    expect(JSON.stringify(checks)).not.toContain("mycket-hemligt");
  });

  it("with an authority given the certificate is checked, even here", async () => {
    expect(await faults({ host: "localhost" }, testCertificate.cert)).toContain("imap_mailbox true");
    expect(await faults({ host: "localhost" }, otherCertificate)).toEqual(["imap_connect false"]);
  });

  it("a server that is no IMAP server is one that does not answer", async () => {
    const smtp = await startSmtp();
    expect(await faults({ port: smtp.port })).toEqual(["imap_connect false"]);
    await smtp.close();
  });
});
