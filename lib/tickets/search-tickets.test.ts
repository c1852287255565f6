import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { inspectAttachment } from "@/lib/attachments/inspect-attachment";
import { type Context, inTransaction } from "@/lib/base/context";
import { docxOf, pdfOf } from "@/lib/testing/files";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, rolledBack, type World } from "@/lib/testing/world";
import { addAttachment } from "./add-attachment";
import { assignTicket } from "./assign-ticket";
import { resolveTicket } from "./resolve-ticket";
import { ResolveTicket } from "./schema";
import { searchTickets, type TicketHit } from "./search-tickets";
import { searchWords } from "./search-words";
import type { Piece } from "./snippet";
import { writeComment } from "./write-comment";

let world: World;
let first: Context;
let elsewhere: World;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
  first = await world.as("first");
});

const search = async (ctx: Context, q: string, limit = 20): Promise<TicketHit[]> =>
  (await searchTickets(ctx, { q, limit })).items;
const found = async (ctx: Context, q: string) => (await search(ctx, q, 100)).map(({ reference }) => reference);
const hits = (pieces: Piece[]) => pieces.flatMap(({ text, isHit }) => (isHit ? [text] : []));
const plain = (pieces: Piece[]) => pieces.map(({ text }) => text).join("");

describe("words", () => {
  const cases: [title: string, finding: string[], missing: string[]][] = [
    [
      "Skrivarna i korridoren skriver inte ut",
      ["skrivare", "korridor", "SKRIVARNA", "korr", "skrivarna korridor"],
      ["skrivbord"],
    ],
    ["Batteries keep failing", ["battery", "batteries", "fail", "batter"], ["battle"]],
    ["University login", ["universit", "university", "logins"], []],
    ["Räksmörgås på skärmen", ["räksmörgås", "räk", "RÄKSMÖRGÅS", "skärm"], ["raksmorgas", "skarm", "rak"]],
    ["Åsas höj- och sänkbara bord", ["åsa", "höj", "sänkbara"], ["asa", "hoj", "sankbara"]],
    ["Idén om en kafé-lösning", ["ide", "idén", "kafe", "kafé", "lösning"], ["losning"]],
    ["Fel kod E-1042 i e-post från x.y@z.example", ["1042", "e-post", "example", "x.y@z.example", "e-1042"], ["1043"]],
    [
      "100 % av disken_full är 'full' \\ ; & | ! ( ) :*",
      ["100 %", "disken_full", "'full'", "full & |", "full:*"],
      ["tom"],
    ],
  ];
  it.each(cases)("%s", async (title, finding, missing) => {
    const reference = await faultIn(world, { title, description: "" });
    for (const q of finding) expect([q, await found(first, q)]).toEqual([q, expect.arrayContaining([reference])]);
    for (const q of missing) expect([q, (await found(first, q)).includes(reference)]).toEqual([q, false]);
  });

  it("must all be there, wherever each stands", async () => {
    const reference = await faultIn(world, { title: "Zebrarandig skärm", description: "Kom i tisdags" });
    await writeComment(first, { reference, body: "Kabeln är glappig", visibility: "public" });
    expect(await found(first, "zebrarandig glappig tisdags")).toEqual([reference]);
    expect(await found(first, "zebrarandig glappig onsdags")).toEqual([]);
  });

  it("are eight at most, letters and digits alone, and nothing finds nothing", async () => {
    expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
    for (const q of ["", "   ", "%", "_", "\\", "':*", "&|!()"]) expect(await found(first, q)).toEqual([]);
  });

  it("of any kind are only words", async () => {
    await rolledBack(first, async (inside) => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (q) => {
          const clean = q.replaceAll("\0", "");
          expect(Array.isArray(await search(inside, clean))).toBe(true);
        }),
        { numRuns: 60 },
      );
    });
  });
});

describe("where something is found", () => {
  it.each([
    [
      "description",
      async () => faultIn(world, { description: "En mycket kvistig sak hände i matsalen." }),
      "kvistiga",
      "kvistig",
    ],
    [
      "resolution",
      async () => {
        const reference = await faultIn(world, {}, "orderer");
        const done = ResolveTicket.parse({ resolution: "Vi bytte trumslagaren", code: "fixed" });
        await assignTicket(first, { reference, assignee: `first@${world.slug}.example` });
        await resolveTicket(first, { reference, ...done });
        return reference;
      },
      "trumslagare",
      "trumslagaren",
    ],
    [
      "comment",
      async () => {
        const reference = await faultIn(world);
        await writeComment(first, { reference, body: "Prova med blåklocka.", visibility: "public" });
        return reference;
      },
      "blåklocka",
      "blåklocka",
    ],
    ["file", async () => withFile("protokoll.pdf", pdfOf("Nattviolen blommar")), "nattviol", "Nattviolen"],
    ["file", async () => withFile("rapport.docx", docxOf("Kungsängslilja saknas")), "kungsängslilja", "Kungsängslilja"],
    ["file", async () => withFile("gullviva.csv", Buffer.from("a;b")), "gullviva", "gullviva"],
  ] as const)("%s", async (place, made, q, hit) => {
    const reference = await made();
    const [only, ...rest] = await search(first, q);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ reference, place });
    expect(hits(only?.snippet ?? [])).toContain(hit);
  });

  async function withFile(name: string, content: Buffer): Promise<string> {
    const reference = await faultIn(world);
    const { id } = await addAttachment(first, { reference, name, content, visibility: "public" });
    await inspectAttachment(world.portal(), id);
    return reference;
  }

  it("counts from the same transaction, and not if that is rolled back", async () => {
    const reference = await faultIn(world);
    await rolledBack(first, async (inside) => {
      await writeComment(inside, { reference, body: "Flyktigord", visibility: "public" });
      expect(await found(inside, "flyktigord")).toEqual([reference]);
    });
    expect(await found(first, "flyktigord")).toEqual([]);
  });

  it("loses no word when many write at once", async () => {
    const reference = await faultIn(world);
    const words = Array.from({ length: 8 }, (_, n) => `samtidigt${"abcdefgh"[n]}`);
    await Promise.all(words.map((body) => writeComment(first, { reference, body, visibility: "public" })));
    for (const word of words) expect([word, await found(first, word)]).toEqual([word, [reference]]);
  });

  it("takes any length of talk, of words that are all different", async () => {
    const reference = await faultIn(world, { title: "Långt" });
    for (let n = 0; n < 10; n++) {
      const body = Array.from({ length: 1800 }, (_, m) => `w${n}x${m}q${(n * m) % 97}`)
        .join(" ")
        .slice(0, 19_000);
      const later = await world.as("first", new Date(first.now.getTime() + n * 60_000));
      await writeComment(later, { reference, body, visibility: "public" });
    }
    expect(await found(first, "w9x1q9")).toEqual([reference]);
  });
});

describe("who finds what", () => {
  let hidden: string;
  let noted: string;
  beforeAll(async () => {
    hidden = await faultIn(world, {
      category: "sensitive/protected",
      title: "Skyddsvärd svalört",
      device: "DMPHIDDEN1",
    });
    noted = await faultIn(world, { title: "Vanlig backsippa" });
    await writeComment(first, { reference: noted, body: "Misstänkt smörboll hos kunden", visibility: "internal" });
    const file = {
      reference: noted,
      name: "kabbeleka.txt",
      content: Buffer.from("Tussilago"),
      visibility: "internal" as const,
    };
    const { id } = await addAttachment(first, file);
    await inspectAttachment(world.portal(), id);
  });

  const agents = ["first", "second", "third", "lead"];
  it.each<[string, string[], string[]]>([
    ["backsippa", [...agents, "admin", "staff"], ["staff2", "manager", "secretary", "representative"]],
    ["smörboll", agents, ["admin", "staff", "staff2", "manager"]],
    ["kabbeleka", agents, ["admin", "staff", "staff2"]],
    ["tussilago", agents, ["admin", "staff", "staff2"]],
    ["backsippa smörboll", agents, ["admin", "staff"]],
  ])("%s", async (q, finders, others) => {
    for (const who of finders) expect([who, await found(await world.as(who), q)]).toEqual([who, [noted]]);
    for (const who of others) expect([who, await found(await world.as(who), q)]).toEqual([who, []]);
  });

  it("finds a confidential ticket for its queue and requester alone, by word, reference and serial number", async () => {
    for (const q of ["svalört", hidden, hidden.replace("-", ""), "DMPHIDDEN1", "dmphid"]) {
      for (const who of ["second", "staff"])
        expect([who, q, await found(await world.as(who), q)]).toEqual([who, q, [hidden]]);
      for (const who of ["first", "third", "lead", "admin", "staff2"])
        expect([who, q, await found(await world.as(who), q)]).toEqual([who, q, []]);
    }
  });

  it("shows the requester no snippet of an internal note, even where the ticket is found by something else", async () => {
    const [hit] = await search(await world.as("staff"), "backsippa");
    expect(JSON.stringify(hit)).not.toContain("smörboll");
    const [seen] = await search(first, "smörboll");
    expect(seen).toMatchObject({ reference: noted, place: "internal" });
  });

  it("finds an agent's own confidential ticket by what its requester may read, as it does for anybody", async () => {
    const own = await faultIn(world, { category: "sensitive", title: "Egen vitsippa" }, "third");
    await writeComment(await world.as("second"), { reference: own, body: "Styvmorsviol", visibility: "internal" });
    expect(await found(await world.as("third"), "vitsippa")).toEqual([own]);
    expect(await found(await world.as("third"), "styvmorsviol")).toEqual([]);
    expect(await found(await world.as("second"), "styvmorsviol")).toEqual([own]);
  });

  it("finds nothing for nobody and for another organisation", async () => {
    const nobody: Context = { ...first, actor: { kind: "anonymous" } };
    expect(await found(nobody, "backsippa")).toEqual([]);
    for (const who of ["first", "admin", "staff"])
      expect(await found(await elsewhere.as(who), "backsippa")).toEqual([]);
  });

  it("is not to be read past the function, nor asked of without an organisation", async () => {
    await expect(database().execute(sql`select * from ticket_search`)).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    await expect(inTransaction(first, (tx) => tx.execute(sql`delete from ticket_search`))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    const bare = sql`select * from search_tickets('{backsippa}', 'backsippa', null, true, null, null, null, 10)`;
    expect(await database().execute(bare)).toEqual([]);
  });
});

describe("a snippet", () => {
  it("holds markup as the text it is", async () => {
    await faultIn(world, { title: "Taggtråd", description: "<script>alert(1)</script> taggtråd <b>x</b>" });
    const [hit] = await search(first, "taggtråd");
    expect(plain(hit?.snippet ?? [])).toContain("<script>alert(1)</script>");
  });
});
