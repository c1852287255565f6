import { describe, expect, it } from "vitest";
import { mailer } from "./index";
import { isAddress, readMailbox } from "./mailbox";
import { MailSettings, shownMailSettings } from "./schema";

const settings = {
  smtpUrl: "smtp://portal:hem%2Flig@mail.aminne.example:587",
  from: "Servicedesk <desk@aminne.example>",
};
const imap = { host: "mail.aminne.example", port: 993, user: "desk", password: "hemlig", mailbox: "INBOX" };

describe("the settings", () => {
  it.each(["smtp://127.0.0.1:2525", "smtps://mail.aminne.example", "smtp://[::1]:25/"])("take %s", (smtpUrl) => {
    expect(MailSettings.safeParse({ ...settings, smtpUrl, imap }).success).toBe(true);
  });

  it.each([
    { smtpUrl: "smtp://mail.aminne.example?tls.rejectUnauthorized=false" },
    { smtpUrl: "smtp://mail.aminne.example/path" },
    { smtpUrl: "smtp://portal@mail.aminne.example" },
    { smtpUrl: "smtp://portal:%zz@mail.aminne.example" },
    { smtpUrl: "https://mail.aminne.example" },
    { smtpUrl: "mail.aminne.example" },
    { from: "Servicedesk" },
    { from: "a@b.example, c@d.example" },
    { from: "x\r\nBcc: <c@d.example>" },
    { ca: "MIIB" },
    { imap: { ...imap, port: 0 } },
    { imap: { ...imap, password: "" } },
    { other: 1 },
  ])("refuse %j", (change) => {
    expect(MailSettings.safeParse({ ...settings, ...change }).success).toBe(false);
  });

  it("never show a password", () => {
    const shown = shownMailSettings(MailSettings.parse({ ...settings, imap }));
    expect(shown).toEqual({
      smtpUrl: "smtp://portal@mail.aminne.example:587",
      from: settings.from,
      imap: { host: "mail.aminne.example", port: 993, user: "desk", mailbox: "INBOX" },
    });
  });
});

describe("a mailbox", () => {
  it.each([
    ["desk@aminne.example", { name: "", address: "desk@aminne.example" }],
    ["Servicedesk Åminne <desk@aminne.example>", { name: "Servicedesk Åminne", address: "desk@aminne.example" }],
    ['"Desk, Åminne" <desk@aminne.example>', { name: "Desk, Åminne", address: "desk@aminne.example" }],
    ["Desk <desk@aminne.example> <boven@example.net>", null],
    ["Desk\n<desk@aminne.example>", null],
    ["", null],
  ])("%j", (text, mailbox) => {
    expect(readMailbox(text)).toEqual(mailbox);
  });

  it("holds an address of at most 254 characters, å among them", () => {
    expect(isAddress("åsa@aminne.example")).toBe(true);
    expect(isAddress(`${"a".repeat(240)}@b.example`)).toBe(true);
    expect(isAddress(`${"a".repeat(250)}@b.example`)).toBe(false);
  });
});

describe("without anything to send by", () => {
  it("says so", () => {
    expect(() => mailer(null, { allowed: [], from: "desk@aminne.example" })).toThrow("mail.notConnected");
    expect(() => mailer(null, { allowed: [], from: "desk", diskDir: "/tmp" })).toThrow("mail.badFrom");
  });
});
