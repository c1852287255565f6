import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { classify } from "./classify";
import { isThanksOnly } from "./is-thanks-only";
import type { Message } from "./message";
import { readMessage } from "./read-message";
import { splitReply } from "./split-reply";
import type { OwnMail, Verdict } from "./verdict";

const folder = fileURLToPath(new URL("./corpus/", import.meta.url));
const raw = (name: string) => readFileSync(`${folder}${name}.eml`);
const own: OwnMail = {
  addresses: ["servicedesk@aminne.example"],
  domains: ["aminne.example"],
  listIds: ["it-hjalp.aminne.example"],
  authenticationServer: "mx.aminne.example",
};
const expected = readFileSync(`${folder}expected.tsv`, "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [name = "", kind = "", reason = "", detail = "", thanks = "", fresh = ""] = line.split("\t");
    return { name, kind, reason, detail, thanks, fresh: fresh.replaceAll("\\n", "\n") };
  });
const seen = new Map<string, number>();

describe("every message of the corpus", () => {
  it.each(expected)("$name is $kind by $reason", async ({ name, kind, reason, detail, thanks, fresh }) => {
    const message = await readMessage(raw(name));
    const found = classify(message, own);
    expect(found).toMatchObject({ kind, reason });
    const parts = splitReply(message.text);
    if (fresh !== "*") expect(parts.fresh.trim()).toBe(fresh);
    expect(isThanksOnly(parts.fresh, null, message.from?.name) ? "yes" : "no").toBe(thanks);
    if (detail !== "") expect(shown(message, found)).toContain(detail);
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
  });
  it("is in the table, and the table names no other; 60 at least", () => {
    const files = readdirSync(folder).filter((file) => file.endsWith(".eml"));
    expect(expected.map(({ name }) => `${name}.eml`).sort()).toEqual(files.sort());
    expect(files.length).toBeGreaterThanOrEqual(60);
  });
  afterAll(() => {
    const counts = [...seen].map(([kind, count]) => `${count} ${kind}`).join(", ");
    process.stdout.write(`corpus: ${expected.length} messages: ${counts}\n`);
  });
});

/** All that the table's detail may speak of. */
function shown(message: Message, found: Verdict): string[] {
  const parts = message.parts.map(({ contentType, filename }) => `${contentType} ${filename ?? "-"}`);
  return [
    ...message.faults,
    `parts:${parts.join(",")}`,
    `from:${message.from?.name}`,
    ...(found.kind === "person" ? [found.sender, found.mayBeAnswered ? "answered" : "unanswered"] : []),
    ...(found.kind === "calendar" ? [found.method] : []),
    ...(found.kind === "bounce"
      ? [found.failed.map(({ address, severity, status }) => `${address} ${severity} ${status}`).join(",")]
      : []),
  ];
}

describe("what the corpus says of more than one message", () => {
  const all = () => Promise.all(expected.map(async ({ name }) => classify(await readMessage(raw(name)), own)));
  it("nothing but a person is ever answered, and each verdict says why", async () => {
    for (const found of await all()) expect(found.reason).toMatch(/^[a-zA-Z]+$/);
    const answered = (await all()).filter((found) => found.kind === "person" && found.mayBeAnswered);
    expect(answered.length).toBeGreaterThan(30);
  });
  it("a bounce names the letter that came back", async () => {
    const postfix = classify(await readMessage(raw("bounce-postfix")), own);
    expect(postfix).toMatchObject({ kind: "bounce", originalId: "<a77.letter@aminne.example>" });
    const headers = classify(await readMessage(raw("bounce-postfix-delayed")), own);
    expect(headers).toMatchObject({ kind: "bounce", originalId: "<a77.letter@aminne.example>" });
  });
  it("cut off anywhere, it is still read and judged", async () => {
    const cut = fc.record({ at: fc.nat(expected.length - 1), share: fc.double({ min: 0, max: 1, noNaN: true }) });
    await fc.assert(
      fc.asyncProperty(cut, async ({ at, share }) => {
        const bytes = raw(expected[at]?.name ?? "");
        const message = await readMessage(bytes.subarray(0, Math.floor(bytes.length * share)));
        expect(classify(message, own).reason).not.toBe("");
        const parts = splitReply(message.text);
        expect(parts.parts.map(({ text }) => text).join("")).toBe(message.text);
      }),
      { numRuns: 150 },
    );
  });
});
