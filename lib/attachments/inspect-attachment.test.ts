import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { attachmentContents, attachments } from "@/db/schema/attachments";
import { scan } from "@/lib/antivirus/scan";
import { type Context, read } from "@/lib/base/context";
import { env } from "@/lib/base/env";
import { Unavailable } from "@/lib/base/errors";
import { type Clamd, startClamd } from "@/lib/testing/clamd";
import { docxOf, eicar, pdfOf, pngOf, zipOf } from "@/lib/testing/files";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { addAttachment } from "@/lib/tickets/add-attachment";
import { getAttachment } from "@/lib/tickets/list-attachments";
import { inspectAttachment } from "./inspect-attachment";
import { sweepAttachments } from "./sweep-attachments";

let world: World;
let staff: Context;
let clamd: Clamd;
const nowhere = "127.0.0.1:1";

beforeAll(async () => {
  [clamd, world] = await Promise.all([startClamd(), makeWorld()]);
  staff = await world.as("staff");
}, 300_000);
afterAll(() => clamd?.close());
afterEach(() => {
  delete env().CLAMD;
});

async function added(content: Buffer, name = "fil.txt") {
  const { id } = await addAttachment(staff, { reference: await faultIn(world), name, content, visibility: "public" });
  return id;
}

const row = (id: string) =>
  read(staff, async (tx) => {
    const [found] = await tx
      .select({ about: attachments, words: attachmentContents.words })
      .from(attachments)
      .innerJoin(attachmentContents, eq(attachmentContents.attachmentId, attachments.id))
      .where(eq(attachments.id, id));
    return { ...found?.about, words: found?.words };
  });

const later = (minutes: number) => world.portal(new Date(staff.now.getTime() + minutes * 60_000));

describe("a real clamd", () => {
  it.each(["tcp", "socket"] as const)("is asked by %s", async (way) => {
    env().CLAMD = clamd[way];
    expect(await scan(Buffer.from("Helt vanlig text"))).toEqual({ isClean: true });
    expect(await scan(eicar)).toEqual({ isClean: false, finding: expect.stringContaining("Test.Eicar") });
    expect(await scan(docxOf("Hej", { "word/embedded.txt": eicar }))).toMatchObject({ isClean: false });
    expect(await scan(Buffer.alloc(10 * 1_048_576, 65))).toEqual({ isClean: true });
  });

  it("that is away is Unavailable, never clean", async () => {
    for (const place of [nowhere, "/nowhere/clamd.sock"]) {
      env().CLAMD = place;
      await expect(scan(Buffer.from("x"))).rejects.toBeInstanceOf(Unavailable);
    }
  });

  it("that answers something else is Unavailable: too long a stream, say", async () => {
    env().CLAMD = clamd.tcp;
    await expect(scan(Buffer.alloc(26 * 1_048_576, 65))).rejects.toBeInstanceOf(Unavailable);
  });
});

describe("a file with a scanner set up", () => {
  it("is held until it has been found clean, then handed out", async () => {
    env().CLAMD = clamd.tcp;
    const id = await added(Buffer.from("Ren text"));
    expect(await row(id)).toMatchObject({ state: "held", words: null });
    await expect(getAttachment(staff, id)).rejects.toMatchObject({ key: "attachments.held" });
    await inspectAttachment(world.portal(), id);
    expect(await row(id)).toMatchObject({ state: "clean", words: "Ren text", nextInspectionAt: null });
    expect((await getAttachment(staff, id)).content.toString()).toBe("Ren text");
  });

  it("is never handed out and never read when something is found in it", async () => {
    env().CLAMD = clamd.socket;
    const id = await added(eicar);
    await inspectAttachment(world.portal(), id);
    expect(await row(id)).toMatchObject({ state: "infected", words: null, finding: expect.stringContaining("Eicar") });
    for (const who of ["staff", "first", "lead"])
      await expect(getAttachment(await world.as(who), id)).rejects.toMatchObject({ key: "attachments.infected" });
    delete env().CLAMD;
    await inspectAttachment(world.portal(), id);
    expect(await row(id)).toMatchObject({ state: "infected" });
  });

  it("stays held while the scanner is away, and is asked about again with growing pauses", async () => {
    env().CLAMD = nowhere;
    const id = await added(Buffer.from("Väntar"));
    await inspectAttachment(world.portal(), id);
    expect(await row(id)).toMatchObject({ state: "held", inspections: 1 });
    expect((await row(id)).nextInspectionAt?.getTime()).toBe(staff.now.getTime() + 30_000);
    await inspectAttachment(world.portal(), id);
    expect((await row(id)).nextInspectionAt?.getTime()).toBe(staff.now.getTime() + 60_000);
    await expect(getAttachment(staff, id)).rejects.toMatchObject({ key: "attachments.held" });
    expect(await sweepAttachments(world.portal())).toBe(0);
    expect(await sweepAttachments(later(2))).toBeGreaterThan(0);
    expect(await sweepAttachments(later(2))).toBe(0);
    env().CLAMD = clamd.tcp;
    await inspectAttachment(later(2), id);
    expect(await row(id)).toMatchObject({ state: "clean", nextInspectionAt: null });
  });
});

describe("what a file says", () => {
  it.each([
    ["a text", "a.txt", Buffer.from("Räksmörgås"), "Räksmörgås"],
    ["a text in Windows' letters", "a.txt", Buffer.from("Räksmörgås", "latin1"), "Räksmörgås"],
    ["a table", "a.csv", Buffer.from("namn;antal\nKö;3"), "namn;antal\nKö;3"],
    ["a letter", "a.eml", Buffer.from("Subject: Kö\n\nHej"), "Subject: Kö\n\nHej"],
    ["a pdf", "a.pdf", pdfOf("Skrivaren i korridoren"), "Skrivaren i korridoren"],
    ["a document", "a.docx", docxOf("Kalle &amp; Åsa"), "Kalle & Åsa"],
    ["a pdf that is none", "a.pdf", Buffer.from("%PDF-1.4 trasig"), null],
  ])("is read from %s", async (_, name, content, words) => {
    const id = await added(content, name);
    await inspectAttachment(world.portal(), id);
    expect(await row(id)).toMatchObject({ state: "unscanned", words, nextInspectionAt: null });
  });

  it("is nothing for a picture", async () => {
    const id = await added(await pngOf(), "a.png");
    await inspectAttachment(world.portal(), id);
    expect((await row(id)).words).toBeNull();
  });

  it("is at most 100,000 characters, and nothing where a document unfolds without end", async () => {
    const long = await added(Buffer.from("ord ".repeat(100_000)));
    await inspectAttachment(world.portal(), long);
    expect((await row(long)).words?.length).toBeLessThanOrEqual(100_000);
    const bomb = zipOf(
      { ...{ "[Content_Types].xml": docxTypes, "word/document.xml": Buffer.alloc(60_000_000, 65) } },
      100,
    );
    const id = await added(bomb, "a.docx");
    await inspectAttachment(world.portal(), id);
    expect(await row(id)).toMatchObject({ words: null, state: "unscanned" });
  });
});

const docxTypes =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
