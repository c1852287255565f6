import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { faultsOf } from "@/lib/base/zod-faults";
import { isConnectionFault } from "./failure";
import { inputFrom, typedIn } from "./form-content";
import { preferredLanguage } from "./preferred-language";
import { secondsToWait } from "./rate-limits";
import { readLetter } from "./read-letter";
import { safeReturn } from "./return-to";
import { signInFault } from "./sign-in-fault";

describe("safeReturn", () => {
  it.each(["/", "/orders?page=2", "/orders/123-4567#a".split("#")[0], "/services/ipad/order/form?draft=x"])(
    "keeps %s",
    (path) => {
      expect(safeReturn(path)).toBe(path);
    },
  );

  it.each([
    ...["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "\\\\evil.example", "evil"],
    ...[
      "javascript:alert(1)",
      "",
      null,
      undefined,
      "/api/v1/me",
      "/sign-in?return=/x",
      "/_next/x",
      `/${"a".repeat(2000)}`,
    ],
    ...["/..//evil.example", "/.//evil.example", "/%2e//evil.example"],
  ])("goes home instead of to %s", (path) => {
    expect(safeReturn(path)).toBe("/");
  });

  it("never leaves the site, whatever it is given", () => {
    const piece = fc.constantFrom("/", "\\", "evil.example", ":", "@", "\t", "\n", ".", "..", "https", "%2f", "?", " ");
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (given) => new URL(safeReturn(given), "https://portal.example").host === "portal.example"),
      { numRuns: 20_000 },
    );
  });
});

describe("preferredLanguage", () => {
  it.each([
    ["sv-SE,sv;q=0.9,en;q=0.8", "sv"],
    ["en-GB,en;q=0.9", "en"],
    ["fi, en;q=0.5, sv;q=0.7", "sv"],
    ["en;q=0, sv;q=0.1", "sv"],
    ["de", undefined],
    ["", undefined],
    [null, undefined],
  ])("of %s is %s", (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});

describe("a form's fields", () => {
  const Order = z.object({
    hardware: z.string(),
    quantity: z.number().int().default(1),
    recipients: z.array(z.email()).default([]),
    addOns: z.array(z.object({ slug: z.string(), printer: z.string().optional() })).default([]),
    isUrgent: z.boolean(),
    note: z.string().max(10).optional(),
  });
  const read = (fields: [string, string][]) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    return inputFrom(Order, typedIn(form));
  };

  it("become what the schema asks for", () => {
    const input = read([
      ...([
        ["hardware", "ipad"],
        ["quantity", "3"],
        ["recipients", "a@b.example"],
        ["recipients", ""],
      ] as [string, string][]),
      ...([
        ["recipients", "c@d.example"],
        ["addOns.0.slug", "airprint"],
        ["isUrgent", "on"],
        ["note", ""],
      ] as [string, string][]),
    ]);
    expect(Order.parse(input)).toEqual({
      ...{ hardware: "ipad", quantity: 3, recipients: ["a@b.example", "c@d.example"], isUrgent: true },
      addOns: [{ slug: "airprint" }],
    });
  });

  it("leave out what the schema does not know: nothing is assigned by the way", () => {
    const input = read([
      ["hardware", "x"],
      ["organisationId", "y"],
      ["__proto__", "z"],
      ["$ACTION_ID", "a"],
      ["_next", "b"],
    ]);
    expect(Object.keys(input as object).sort()).toEqual(["addOns", "hardware", "isUrgent", "recipients"]);
  });

  it("keep what cannot be read, for its own fault", () => {
    const parsed = Order.safeParse(
      read([
        ["hardware", "x"],
        ["quantity", "tre"],
        ["note", "x".repeat(11)],
      ]),
      { reportInput: true },
    );
    expect(parsed.success ? [] : faultsOf(parsed.error)).toEqual([
      { path: "quantity", key: "errors.fields.number" },
      { path: "note", key: "errors.fields.tooLong", values: { maximum: 10 } },
    ]);
  });
});

describe("faultsOf", () => {
  const fault = (schema: z.ZodType, input: unknown) => {
    const parsed = schema.safeParse(input, { reportInput: true });
    return parsed.success ? undefined : faultsOf(parsed.error)[0];
  };
  it.each([
    [z.object({ a: z.string() }), {}, "a", "errors.fields.missing"],
    [z.object({ a: z.string().min(1) }), { a: "" }, "a", "errors.fields.missing"],
    [z.object({ a: z.string().min(1, "account.errors.tokenName") }), { a: "" }, "a", "account.errors.tokenName"],
    [z.object({ a: z.number() }), { a: "x" }, "a", "errors.fields.number"],
    [z.object({ a: z.number().int() }), { a: 1.5 }, "a", "errors.fields.integer"],
    [z.object({ a: z.number().max(3) }), { a: 4 }, "a", "errors.fields.tooBig"],
    [z.object({ a: z.array(z.string()).min(1) }), { a: [] }, "a", "errors.fields.tooFew"],
    [z.object({ a: z.email() }), { a: "x" }, "a", "errors.fields.email"],
    [z.object({ a: z.iso.date() }), { a: "x" }, "a", "errors.fields.date"],
    [z.object({ a: z.enum(["x"]) }), { a: "y" }, "a", "errors.fields.choice"],
    [z.strictObject({}), { b: 1 }, "b", "errors.fields.unknown"],
    [z.object({ a: z.array(z.object({ b: z.string() })) }), { a: [{ b: "" }, {}] }, "a.1.b", "errors.fields.missing"],
  ] as [z.ZodType, unknown, string, string][])("names the sentence %#", (schema, input, path, key) => {
    expect(fault(schema, input)).toMatchObject({ path, key });
  });
});

describe("small edges", () => {
  it("a database that cannot be reached is known under drizzle's own error", () => {
    expect(isConnectionFault(new Error("q", { cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }) }))).toBe(
      true,
    );
    expect(isConnectionFault(Object.assign(new Error("x"), { code: "23505" }))).toBe(false);
  });

  it("an error from the address bar says nothing of its own", () => {
    expect(signInFault("<script>")).toBe("signIn.errors.failed");
    expect(signInFault("people.disabled")).toBe("people.disabled");
    expect(signInFault(undefined)).toBeNull();
  });

  it("a limit lets its number through, then says how long to wait; another key is let through still", async () => {
    for (let n = 0; n < 60; n++) expect(await secondsToWait("refused_token", "a")).toBeNull();
    expect(await secondsToWait("refused_token", "a")).toBeGreaterThan(0);
    expect(await secondsToWait("refused_token", "b")).toBeNull();
  });

  it("reads our own letters back", () => {
    const subject = "=?UTF-8?Q?Din_best=C3=A4llning?= =?UTF-8?Q?_123-4567?=";
    const part = (type: string, body: string) =>
      `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${body}\r\n`;
    const source = [
      ...["From: a@b.example", "To: c@d.example", `Subject: ${subject}`, "Date: Mon, 14 Dec 2026 09:00:00 +0100"],
      ...['Content-Type: multipart/alternative; boundary="x"', "", "--x"],
      `${part("text/plain", "Hej p=C3=A5 dig =\r\noch tack")}--x\r\n${part("text/html", "<p>Nej</p>")}--x--\r\n`,
    ].join("\r\n");
    expect(readLetter(source)).toMatchObject({ subject: "Din beställning 123-4567", text: "Hej på dig och tack" });
    expect(readLetter(source).date).toEqual(new Date("2026-12-14T08:00:00Z"));
  });
});

describe("the client's address", () => {
  const from = async (remoteAddress: string, forwarded: string, publicUrl: string) => {
    const { vi } = await import("vitest");
    vi.resetModules();
    vi.stubEnv("PUBLIC_URL", publicUrl);
    delete (globalThis as unknown as Record<symbol, unknown>)[Symbol.for("serviceportalen.settings")];
    const { clientAddress } = await import("./clean-request");
    const req = new IncomingMessage(Object.defineProperty(new Socket(), "remoteAddress", { value: remoteAddress }));
    req.headers["x-forwarded-for"] = forwarded;
    return clientAddress(req);
  };
  it.each([
    ["without a proxy, what the socket says", "10.0.0.9", "203.0.113.7", "https://portal.example", "10.0.0.9"],
    [
      "behind a proxy on the loopback, the last it added",
      "127.0.0.1",
      "1.2.3.4, 203.0.113.7",
      "https://portal.example",
      "203.0.113.7",
    ],
    ["on plain http nobody stands before us", "127.0.0.1", "203.0.113.7", "http://127.0.0.1:3000", "127.0.0.1"],
  ])("is %s", async (_, remote, forwarded, publicUrl, address) => {
    expect(await from(remote, forwarded, publicUrl)).toBe(address);
  });
});
