import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMessage } from "./read-message";

const from = "From: Bo Ek <bo@aminne.example>\r\n";
const read = (text: string, encoding: BufferEncoding = "utf8") => readMessage(Buffer.from(text, encoding));

describe("what a message is made to break us with", () => {
  it("any bytes are read, and the same bytes have the same digest", async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(bytes, async (given) => {
        const [one, other] = [await readMessage(given), await readMessage(given)];
        expect(one.digest).toBe(other.digest);
        expect(one.bytes).toBe(given.length);
      }),
      { numRuns: 200 },
    );
  });
  it("HTML 150,000 deep is read as words, in seconds", async () => {
    const start = performance.now();
    const message = await read(`${from}Content-Type: text/html\r\n\r\n${"<div>".repeat(150_000)}hej`);
    expect(message.text.trim()).toBe("hej");
    expect(performance.now() - start).toBeLessThan(5000);
  });
  it.each([
    ["over 40 MB", "tooLarge", `${from}\r\n${"x".repeat(41 * 1024 * 1024)}`],
    ["a header block of 1.8 MB", "tooLarge", `${from}${"A: b\r\n".repeat(300_000)}\r\nhej`],
    ["1,200 headers", "tooManyHeaders", `${from}${"A: b\r\n".repeat(1200)}\r\nhej`],
    [
      "2,000 parts",
      "tooManyParts",
      `${from}Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(2000)}`,
    ],
    ["parts without their boundary", "unreadable", `${from}Content-Type: multipart/mixed; boundary=b\r\n\r\nhej\r\n`],
  ] as const)("%s: %s, and the sender is known", async (_, fault, raw) => {
    const message = await read(raw);
    expect(message.faults).toContain(fault);
    expect(message.from?.address).toBe("bo@aminne.example");
  });
  it("a letter that is passed on is a part, not the sender's own words", async () => {
    const inner = "From: chef@aminne.example\r\nSubject: x\r\n\r\nInre ord";
    const message = await read(
      `${from}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSe nedan\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--b--\r\n`,
    );
    expect(message.text).toBe("Se nedan");
    expect(message.parts.map(({ contentType }) => contentType)).toEqual(["message/rfc822"]);
  });
  it("true UTF-8 with a replacement letter in it is not read anew", async () => {
    const message = await read(`${from}Content-Type: text/plain; charset=utf-8\r\n\r\nSk\uFFFDrm på Ängen\r\n`);
    expect(message.text.trim()).toBe("Sk\uFFFDrm på Ängen");
  });
});

describe("headers", () => {
  it("stand in their order from the top, unfolded", async () => {
    const message = await read(`Received: a\r\nReceived: b\r\n\tc\r\n${from}Date: not a day\r\n\r\nhej`);
    expect(message.headers.get("received")).toEqual(["a", "b c"]);
    expect(message.sentAt).toBeNull();
  });
  it("ids are those of the message, also without brackets; what is none is none", async () => {
    const message = await read(
      `${from}Message-ID: a@b\r\nIn-Reply-To: your mail\r\nReferences: <1@x>\r\n <2@x>\r\n\r\nhej`,
    );
    expect([message.id, message.inReplyTo, message.references]).toEqual(["<a@b>", [], ["<1@x>", "<2@x>"]]);
  });
  it("an address hidden in an encoded name is a name", async () => {
    const word = Buffer.from("chef@aminne.example").toString("base64");
    const message = await read(`From: =?utf-8?B?${word}?= <bo@annan.example>\r\n\r\nhej`);
    expect(message.from).toEqual({ name: "chef@aminne.example", address: "bo@annan.example" });
  });
  it("HTML beside the plain text that is not its other form is read too", async () => {
    const message = await read(
      `${from}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nFörst\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Sedan</p>\r\n--b--\r\n`,
    );
    expect(message.text).toMatch(/Först\s+Sedan/);
  });
});
