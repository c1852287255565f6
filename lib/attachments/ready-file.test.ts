import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { docxOf, eicar, pdfOf, photo, pngClaiming, pngOf, webpOf, zipOf } from "@/lib/testing/files";
import { kindOfType } from "./file-kinds";
import { readyFile } from "./ready-file";
import { safeName } from "./safe-name";

const text = (words: string) => Buffer.from(words);
const html = "<!doctype html><script>alert(1)</script>";
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const program = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200, 1)]);

type Case = [what: string, name: string, content: () => Buffer | Promise<Buffer>, outcome: string, kept?: string];

const cases: Case[] = [
  ["a png", "skärm.png", () => pngOf(), "image/png", "skärm.png"],
  ["a photograph", "IMG_1.JPG", photo, "image/jpeg", "IMG_1.jpg"],
  ["a picture by another picture's ending", "bild.jpg", webpOf, "image/webp", "bild.jpg.webp"],
  ["a picture without any name", "", () => pngOf(), "image/png", "bilaga.png"],
  ["a pdf", "faktura.pdf", () => pdfOf("Hej"), "application/pdf", "faktura.pdf"],
  ["a pdf that looks like a program", "faktura.pdf.exe", () => pdfOf("Hej"), "application/pdf", "faktura.pdf.exe.pdf"],
  [
    "a document",
    "a.docx",
    () => docxOf("Hej"),
    `${"application/vnd.openxmlformats-officedocument"}.wordprocessingml.document`,
    "a.docx",
  ],
  ["text", "logg.txt", () => text("Fel 42\r\nslut"), "text/plain", "logg.txt"],
  ["text in Windows' letters", "logg.txt", () => Buffer.from("Här är fel", "latin1"), "text/plain", "logg.txt"],
  ["a table", "rader.csv", () => text("a;b\n1;2"), "text/csv", "rader.csv"],
  ["a letter", "brev.eml", () => text("From: a@b.example\n\nHej"), "message/rfc822", "brev.eml"],
  ["a script, as the text it is", "kör.bat", () => text("del *.*"), "text/plain", "kör.bat.txt"],
  ["the scanners' test file, for the scanner to find", "eicar.txt", () => eicar, "text/plain", "eicar.txt"],
  ["html", "sida.html", () => text(html), "type"],
  ["html named png", "bild.png", () => text(html), "type"],
  ["html named txt", "bild.txt", () => text(`\ufeff\n ${html}`), "type"],
  ["svg", "bild.svg", () => text(svg), "type"],
  ["svg named png", "bild.png", () => text(svg), "type"],
  ["xml", "a.xml", () => text('<?xml version="1.0"?><a/>'), "type"],
  ["text named png", "bild.png", () => text("inte en bild"), "mismatch"],
  ["a picture named pdf", "bild.pdf", () => pngOf(), "mismatch"],
  ["a pdf named docx", "a.docx", () => pdfOf("Hej"), "mismatch"],
  ["a program", "setup.exe", () => program, "type"],
  ["a program named png", "bild.png", () => program, "type"],
  ["a zip", "allt.zip", () => zipOf({ "a.txt": "hej" }), "archive"],
  ["a zip named docx", "a.docx", () => zipOf({ "a.txt": "hej" }), "archive"],
  ["a document with macros", "a.docx", () => docxOf("Hej", { "word/vbaProject.bin": "x" }), "macros"],
  [
    "an old office document",
    "a.doc",
    () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
    "archive",
  ],
  ["a document that unfolds to gigabytes", "a.docx", () => docxOf("Hej", {}, 3_000_000_000), "unfolds"],
  ["nothing", "tom.txt", () => Buffer.alloc(0), "empty"],
  ["eleven megabytes", "stor.txt", () => Buffer.alloc(11 * 1_048_576, 65), "tooLarge"],
  ["half a picture", "bild.png", async () => (await pngOf(400, 400)).subarray(0, 300), "broken"],
];

describe("a file is taken by what it is", () => {
  it.each(cases)("%s", async (_, name, content, outcome, kept) => {
    const taken = readyFile(name, await content());
    if (kept === undefined) {
      await expect(taken).rejects.toMatchObject({
        fields: [{ path: "content", key: `attachments.errors.${outcome}` }],
      });
    } else {
      expect(await taken).toMatchObject({ type: outcome, name: kept });
    }
  });
});

describe("a picture", () => {
  it("is made anew without place, owner and camera, and upright", async () => {
    const given = await sharp(await photo())
      .keepExif()
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(given).metadata()).exif?.includes("Hemlig kamera")).toBe(true);
    const { content } = await readyFile("foto.jpg", given);
    const after = await sharp(content).metadata();
    expect(after).toMatchObject({ width: 30, height: 40 });
    expect(after.exif).toBeUndefined();
    expect(after.orientation).toBeUndefined();
  });

  it("loses whatever was hidden behind it", async () => {
    const polyglot = Buffer.concat([await pngOf(), Buffer.from(html), zipOf({ "a.js": "alert(1)" })]);
    const { content, type } = await readyFile("bild.png", polyglot);
    expect(type).toBe("image/png");
    expect(content.includes("alert")).toBe(false);
    expect(content.includes("PK\x03\x04")).toBe(false);
  });

  it("of 30,000 × 30,000 pixels is refused before it is decoded", async () => {
    const huge = await pngClaiming(30_000, 30_000);
    const began = performance.now();
    await expect(readyFile("bomb.png", huge)).rejects.toMatchObject({ fields: [{ key: "attachments.errors.pixels" }] });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it("gets a small one beside it", async () => {
    const { thumbnail } = await readyFile("bild.png", await pngOf(900, 600));
    expect(await sharp(thumbnail ?? undefined).metadata()).toMatchObject({ format: "webp", width: 320, height: 213 });
  });
});

describe("a name is only a name", () => {
  const png = kindOfType("image/png");
  it.each([
    ["../../etc/passwd.png", "passwd.png"],
    ["C:\\Users\\maja\\bild.png", "bild.png"],
    ["faktura\u202egnp.exe", "fakturagnp.exe.png"],
    ["bi\u200bld\u00ad.png", "bild.png"],
    ["a\r\nSet-Cookie: x=1.png", "aSet-Cookie_ x=1.png"],
    ["a\u0000b.png", "ab.png"],
    ['citat".png', "citat_.png"],
    ["CON.png", "_CON.png"],
    ["nul.tar.png", "_nul.tar.png"],
    ["...", "bilaga.png"],
    [".htaccess", "htaccess.png"],
    ["   ", "bilaga.png"],
    [`${"å".repeat(400)}.png`, `${"å".repeat(114)}.png`],
    ["räksmörgås é 日本.PNG", "räksmörgås é 日本.png"],
    ["a\u0308.png", "ä.png"],
  ])("%j", (given, kept) => {
    expect(png && safeName(given, png)).toBe(kept);
  });
});
