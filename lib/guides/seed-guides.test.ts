import { describe, expect, it } from "vitest";
import { seedGuides } from "@/db/demo/guides";
import { demoCategories } from "@/db/demo/servicedesk";
import { htmlOf, plainTextOf } from "@/lib/base/markdown";
import { slugOf } from "@/lib/base/slug-of";
import { guideFaults } from "./guide-faults";
import { SaveGuide } from "./schema";

const banned =
  /(?<!\p{L})(ogiltig\p{L}*|vänligen|erforderlig\p{L}*|avseende|ej|samt|erhåll\p{L}*|inkom\p{L}*|tickets?|submit|ett fel uppstod|klicka här)(?!\p{L})/iu;

const plain = (markdown: string) => plainTextOf(htmlOf(markdown));
const wordsIn = (text: string) => text.match(/\p{L}[\p{L}-]*/gu) ?? [];

/** Läsbarhetsindex (Björnsson 1968): words a sentence, plus the share of words longer than six letters. */
function lix(text: string): number {
  const words = wordsIn(text);
  const sentences = text.match(/[^.!?:\n]+/g)?.filter((one) => /\p{L}/u.test(one)) ?? [];
  return words.length / sentences.length + (100 * words.filter((word) => word.length > 6).length) / words.length;
}

describe.each(seedGuides.map((guide) => [guide.title.sv, guide] as const))("%s", (_, guide) => {
  const swedish = `${guide.title.sv}.\n${guide.summary.sv}\n${plain(guide.body.sv)}`;

  it("is a draft that the editor takes", () => {
    const day = { day: "1", month: "6", year: "2027" };
    expect(SaveGuide.safeParse({ ...guide, reviewOn: day }).error?.issues).toBeUndefined();
    expect(guideFaults(guide)).toEqual([]);
    expect(guide.categories.filter((path) => !demoCategories.some((each) => each.path === path))).toEqual([]);
  });

  it("is easy to read: LIX at most 40", () => {
    expect(lix(swedish)).toBeLessThanOrEqual(40);
  });

  it("has no sentence of more than 20 words, in neither language", () => {
    const english = `${guide.summary.en}\n${plain(guide.body.en)}`;
    const sentences = [swedish, english].flatMap((text) => text.match(/[^.!?:\n]+/g) ?? []);
    expect(sentences.filter((sentence) => wordsIn(sentence).length > 20)).toEqual([]);
  });

  it("uses none of the banned words, and shouts nothing", () => {
    expect(banned.exec(swedish)?.[0]).toBeUndefined();
    expect(/\p{Lu}{4,}/u.exec(swedish)?.[0]).toBeUndefined();
  });
});

describe("the guides together", () => {
  it("are fourteen or more for everyone and four for agents, each at an address of its own", () => {
    const of = (audience: string) => seedGuides.filter((guide) => guide.audience === audience).length;
    expect(of("public")).toBeGreaterThanOrEqual(14);
    expect(of("internal")).toBeGreaterThanOrEqual(4);
    expect(new Set(seedGuides.map(({ title }) => slugOf(title.sv, "guide"))).size).toBe(seedGuides.length);
  });

  it("say what A11–A13 and B5–B8 hold, to those whom it concerns", () => {
    const open = seedGuides.filter(({ audience }) => audience === "public");
    const all = open.map((guide) => `${guide.title.sv}\n${guide.summary.sv}\n${guide.body.sv}`).join("\n");
    const facts: Record<string, RegExp[]> = {
      A11: [/nätet `Kommun`/, /finns bara på \*\*Personlig\*\*/, /tar bort koden på håll/, /IT tömmer en iPad när/],
      A12: [/Privat material på iPaden/, /Ditt Apple-konto/, /Appar som du har installerat själv/],
      A13: [/kommunens enhetshantering/, /Den är en \*\*Personlig\*\*/, /Skrivaren är provad/],
      B5: [/inte se din kod/, /inte byta lösenordet, låsa upp kontot/],
      B6: [/e-post, kalender, kontakter, påminnelser och filer/, /använder du webben, ingenting annat/],
      B7: [/anmält dig i förväg/, /legitimation/, /bokad tid/],
      B8: [/ber vi alltid om ett extra steg/],
    };
    for (const [fact, patterns] of Object.entries(facts)) {
      for (const pattern of patterns) expect(all, fact).toMatch(pattern);
    }
  });
});
