import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMessage } from "./read-message";
import { makeThreadToken, readThreadToken, threadAddress, threadMessageId, threadTokensIn } from "./thread-token";

process.env.SEAL_KEY ??= "a-key-for-tests-that-is-long-enough-0123";
const thread = { organisation: "aminne", ticket: "000-0018", recipient: "bo.ek@aminne.example" };
const reader = { organisation: "aminne", sender: "Bo.Ek@aminne.example" };

describe("a thread token", () => {
  it("is read again for whom it was written to, in any case of letters", () => {
    const token = makeThreadToken(thread);
    expect(token).toMatch(/^[a-z0-9]{32}$/);
    expect(readThreadToken(token, reader)).toEqual({ ticket: "000-0018", isRecipient: true });
    expect(readThreadToken(token.toUpperCase(), reader)).toEqual({ ticket: "000-0018", isRecipient: true });
  });
  it("in another's hands names the ticket and says that they are not the recipient", () => {
    const found = readThreadToken(makeThreadToken(thread), { ...reader, sender: "eva@annan.example" });
    expect(found).toEqual({ ticket: "000-0018", isRecipient: false });
  });
  it("is nothing in another organisation, nor with any letter changed", () => {
    const token = makeThreadToken(thread);
    expect(readThreadToken(token, { ...reader, organisation: "linderas" })).toBeNull();
    fc.assert(
      fc.property(fc.nat(31), fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789"), (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        expect(readThreadToken(changed, reader) === null).toBe(changed !== token);
      }),
      { numRuns: 500 },
    );
  });
  it.each(["", "0000018", "x".repeat(32), `${"1".repeat(7)}${"a".repeat(25)}`])("%j is none", (token) =>
    expect(readThreadToken(token, reader)).toBeNull(),
  );
  it("comes back in the address, or in what the message answers", async () => {
    const token = makeThreadToken(thread);
    const address = threadAddress("servicedesk@aminne.example", token);
    expect(address.indexOf("@")).toBeLessThanOrEqual(64);
    const id = threadMessageId("letter-1", token, "aminne.example");
    const heads = [
      `To: ${address.toUpperCase()}`,
      `Delivered-To: ${address}`,
      `In-Reply-To: ${id}`,
      `References: <x@y> ${id}`,
    ];
    for (const head of heads) {
      const message = await readMessage(Buffer.from(`From: bo.ek@aminne.example\r\n${head}\r\n\r\nHej\r\n`));
      expect(threadTokensIn(message)).toEqual([token]);
    }
  });
});
