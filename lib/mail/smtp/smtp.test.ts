import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loopback } from "@/lib/base/addresses";
import { otherCertificate, testCertificate } from "@/lib/testing/certificate";
import { type Refusal, startSmtp, type TestSmtp } from "@/lib/testing/smtp";
import { mailer } from "../index";
import { tlsRule } from "./tls-rule";
import { failureOf } from "./translate";

const from = "servicedesk@aminne.example";
const letter = { id: "letter-1", to: "asa@aminne.example", subject: "Hej", text: "Hej" };
const options = { allowed: loopback, from };
const through = (port: number, scheme = "smtp://") => mailer({ smtpUrl: `${scheme}127.0.0.1:${port}`, from }, options);
const unavailable = (key: string, retry: boolean) => ({ name: "Unavailable", key, retry });

let server: TestSmtp;
beforeEach(() => {
  server = { port: 0, received: [], refuse: () => undefined, close: async () => undefined };
});
afterEach(() => server.close());

describe("a letter", () => {
  it("that a machine wrote has no return path; one that a person wrote has", async () => {
    server = await startSmtp();
    for (const origin of ["person", "notice", "answer"] as const)
      await through(server.port).send({ ...letter, origin });
    expect(server.received.map(({ envelopeFrom }) => envelopeFrom)).toEqual([from, "", ""]);
    expect(server.received.map(({ envelopeTo }) => envelopeTo)).toEqual([[letter.to], [letter.to], [letter.to]]);
  });

  it.each<[Refusal["at"], number, string, boolean]>([
    ["recipient", 550, "mail.refused", false],
    ["recipient", 450, "mail.unreachable", true],
    ["sender", 553, "mail.refused", false],
    ["letter", 554, "mail.refused", false],
    ["letter", 451, "mail.unreachable", true],
    ["letter", 452, "mail.unreachable", true],
  ])("refused at the %s with %i → %s, again: %s", async (at, status, key, retry) => {
    server = await startSmtp();
    server.refuse([{ at, status } as Refusal]);
    const error = await through(server.port)
      .send(letter)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ ...unavailable(key, retry), detail: expect.stringContaining(String(status)) });
    expect(JSON.stringify(error)).not.toContain("aminne.example");
  });

  it("that was received before the connection broke is sent again, and known again", async () => {
    server = await startSmtp();
    server.refuse([{ at: "hangUpAfterLetter" }]);
    await expect(through(server.port).send(letter)).rejects.toMatchObject(unavailable("mail.unreachable", true));
    const { messageId } = await through(server.port).send(letter);
    expect(server.received.map(({ mail }) => mail.messageId)).toEqual([messageId, messageId]);
  });

  it("is also written to disk, once, when it has gone out", async () => {
    server = await startSmtp();
    const dir = await mkdtemp(join(tmpdir(), "mail-"));
    const both = mailer({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from }, { ...options, diskDir: dir });
    server.refuse([{ at: "letter", status: 451 }]);
    await expect(both.send(letter)).rejects.toMatchObject({ retry: true });
    expect(await readdir(dir)).toEqual([]);
    await both.send(letter);
    await both.send(letter);
    expect((await readdir(dir)).filter((name) => name.endsWith(".eml"))).toEqual(["1.eml"]);
    expect((await both.check()).map(({ check }) => check)).toEqual(["connect", "sign_in", "disk"]);
    await rm(dir, { recursive: true });
  });
});

describe("the connection", () => {
  it("is encrypted when the server offers it, also with a certificate of its own on the loopback", async () => {
    server = await startSmtp();
    await through(server.port).send(letter);
    expect(server.received[0]?.secure).toBe(true);
  });

  it("is TLS from the start with smtps", async () => {
    server = await startSmtp({ secure: true });
    await through(server.port, "smtps://").send(letter);
    expect(server.received[0]?.secure).toBe(true);
  });

  it("trusts only the given authority, when one is given, and then never goes without", async () => {
    const trusting = (port: number, ca: string, scheme = "smtp") =>
      mailer({ smtpUrl: `${scheme}://127.0.0.1:${port}`, from, ca }, options).send(letter);
    for (const secure of [false, true]) {
      server = await startSmtp({ secure });
      const scheme = secure ? "smtps" : "smtp";
      await trusting(server.port, testCertificate.cert, scheme);
      await expect(trusting(server.port, otherCertificate, scheme)).rejects.toMatchObject(
        unavailable("mail.notTrusted", true),
      );
      expect(server.received.map((received) => received.secure)).toEqual([true]);
      await server.close();
    }
    server = await startSmtp({ disabledCommands: ["STARTTLS", "AUTH"] });
    await expect(trusting(server.port, testCertificate.cert)).rejects.toMatchObject(
      unavailable("mail.notTrusted", true),
    );
    expect(server.received).toEqual([]);
  });

  it("goes without on the loopback when the server has none", async () => {
    server = await startSmtp({ disabledCommands: ["STARTTLS", "AUTH"] });
    await through(server.port).send(letter);
    expect(server.received[0]?.secure).toBe(false);
  });

  it("signs in with user and password out of the address, whatever characters they have", async () => {
    const account = { user: "portal@aminne.example", password: "p@ss:/ord å%" };
    server = await startSmtp({ account });
    const credentials = `${encodeURIComponent(account.user)}:${encodeURIComponent(account.password)}@`;
    await through(server.port, `smtp://${credentials}`).send(letter);
    expect(server.received[0]?.user).toBe(account.user);
    const wrong = through(server.port, "smtp://portal:hemlig-fel@");
    const error = await wrong.send(letter).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject(unavailable("mail.signInRefused", true));
    expect(JSON.stringify(error)).not.toContain("hemlig-fel");
    expect(wrong.server).toBe(`127.0.0.1:${server.port}`);
    expect((await wrong.check()).map(({ check, ok }) => [check, ok])).toEqual([
      ["connect", true],
      ["sign_in", false],
    ]);
  });

  it("goes nowhere that is not listed", async () => {
    server = await startSmtp();
    const shutIn = mailer({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from }, { allowed: [], from });
    await expect(shutIn.send(letter)).rejects.toMatchObject(unavailable("outbound.unlisted", false));
    expect(server.received).toEqual([]);
  });

  it("gives up on a server that is not there, or says nothing", async () => {
    server = await startSmtp();
    await expect(through(1).send(letter)).rejects.toMatchObject(unavailable("mail.unreachable", true));
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as { port: number };
    const waiting = mailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from }, { ...options, timeoutMs: 300 });
    await expect(waiting.send(letter)).rejects.toMatchObject(unavailable("mail.unreachable", true));
    expect(await waiting.check()).toEqual([{ check: "connect", ok: false, detail: expect.any(String) }]);
    silent.close();
  });
});

describe("how a connection is encrypted", () => {
  const plain = { protocol: "smtp:", isLoopback: false, isListed: false, hasPassword: false, hasAuthority: false };
  const withTls = { ...plain, protocol: "smtps:" };
  it.each([
    [plain, "required", true],
    [{ ...plain, hasPassword: true }, "required", true],
    [{ ...plain, isLoopback: true, isListed: true, hasPassword: true }, "ifOffered", false],
    [{ ...plain, isListed: true }, "ifOffered", false],
    [{ ...plain, isListed: true, hasPassword: true }, "required", true],
    [{ ...plain, isLoopback: true, isListed: true, hasAuthority: true }, "required", true],
    [withTls, "fromStart", true],
    [{ ...withTls, isListed: true }, "fromStart", true],
    [{ ...withTls, isLoopback: true }, "fromStart", false],
    [{ ...withTls, isLoopback: true, hasAuthority: true }, "fromStart", true],
  ] as const)("%j → %s, checked: %s", (given, tls, isChecked) => {
    expect(tlsRule(given)).toEqual({ tls, isChecked });
  });
});

describe("a failure", () => {
  it.each([
    ["ETLS", undefined, "Error upgrading connection with STARTTLS", "mail.notTrusted", true],
    ["ESOCKET", undefined, "self-signed certificate", "mail.notTrusted", true],
    ["EAUTH", 535, "Invalid login", "mail.signInRefused", true],
    ["EAUTH", 454, "Temporary failure", "mail.signInRefused", true],
    ["EENVELOPE", undefined, "No recipients defined", "mail.refused", false],
    ["ECONNECTION", 421, "try later", "mail.unreachable", true],
    ["EDNS", undefined, "no such name", "mail.unreachable", true],
  ])("%s %s %s → %s, again: %s", (code, responseCode, message, key, retry) => {
    expect(failureOf(Object.assign(new Error(message), { code, responseCode }))).toMatchObject(unavailable(key, retry));
  });
});
