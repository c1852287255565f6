import { describe, expect, it } from "vitest";
import { ipadService } from "@/db/demo/ipad-service";
import { ipadHardware } from "@/db/demo/ipad-service/hardware";
import { htmlOf, plainTextOf } from "@/lib/base/markdown";
import calendarWords from "@/lib/base/messages/sv/calendars.json";
import catalogueWords from "@/lib/base/messages/sv/catalogue.json";
import homeWords from "@/lib/base/messages/sv/home.json";
import serviceWords from "@/lib/base/messages/sv/service.json";
import { certificationOf } from "./certification";
import { DraftService } from "./schema";

const banned =
  /\b(ogiltig\p{L}*|vänligen|erforderlig\p{L}*|avseende|ej|samt|erhåll\p{L}*|inkom\p{L}*|ticket|submit)\b|ett fel uppstod|klicka här/iu;

const plain = (markdown: string) => plainTextOf(htmlOf(markdown));

/** Läsbarhetsindex (Björnsson 1968): words a sentence, plus the share of words longer than six letters. */
function lix(text: string): number {
  const words = text.match(/\p{L}[\p{L}-]*/gu) ?? [];
  const sentences = text.match(/[^.!?:\n]+/g)?.filter((one) => /\p{L}/u.test(one)) ?? [];
  return words.length / sentences.length + (100 * words.filter((word) => word.length > 6).length) / words.length;
}

function wordsIn(sentence: string): number {
  return sentence.match(/\p{L}[\p{L}-]*/gu)?.length ?? 0;
}

describe.each(["aminne", "linderas"] as const)("the iPad service of %s", (slug) => {
  const content = ipadService(slug);

  it("is a draft that the catalogue takes", () => {
    expect(DraftService.safeParse({ basedOn: 0, ...content }).error?.issues).toBeUndefined();
  });

  it("is easy to read: LIX at most 40 in each section and in all", () => {
    const swedish = content.sections.map(({ key, markdown }) => ({ key, lix: lix(plain(markdown.sv)) }));
    expect(swedish.filter((section) => section.lix > 40)).toEqual([]);
    expect(lix(content.sections.map(({ markdown }) => plain(markdown.sv)).join("\n"))).toBeLessThan(34);
  });

  it("has no sentence of more than 20 words, in neither language", () => {
    const texts = content.sections.flatMap(({ markdown }) => [markdown.sv, markdown.en]);
    const long = texts.flatMap((text) => plain(text).match(/[^.!?\n]+/g) ?? []).filter((one) => wordsIn(one) > 20);
    expect(long).toEqual([]);
  });

  it("uses none of the banned words", () => {
    const all = [content.summary, ...content.sections.flatMap(({ heading, markdown }) => [heading, markdown])];
    const traits = content.variants.flatMap(({ traits: list }) => list.flatMap(({ label, value }) => [label, value]));
    const addOns = content.addOns.map((addOn) => addOn.summary);
    expect([...all, ...traits, ...addOns].map((text) => text.sv).filter((text) => banned.test(text))).toEqual([]);
    expect(
      [...all, ...addOns].filter((text) => /coming soon|kommer snart|går att beställa senare/i.test(text.sv + text.en)),
    ).toEqual([]);
  });

  it("says everything that A1 to A13 hold", () => {
    const text = content.sections.map(({ heading, markdown }) => `${heading.sv}\n${markdown.sv}`).join("\n");
    const facts: Record<string, RegExp[]> = {
      A1: [/bara på iPad/, /kommunen äger/, /Leverantören knyter varje iPad/],
      A2: [/Publik/, /Personlig/],
      A3: [/DEV-konto/, /serienumret/, /nätet och enhetshanteringen/],
      A4: [/aldrig en enskild person/, /behöriga IT-beställaren/, /egen inloggning/],
      A5: [/IT-samordnare/, /kundansvariga/],
      A6: [/user-iPad-wlan-adm-new/, /user-iPad-service-personlig/, /e-post och din kalender/, /intranätet/],
      A7: [/installerar appar själv/, /appportalen/, /Office/],
      A8: [/tillval till Personlig/],
      A9: [/14 arbetsdagar/, /dag 0/],
      A10: [/servicedesk/, /drop-in/, /Workspace ONE/],
      A11: [/`Kommun`/, /lösenkod som är glömd/, /tömma en iPad som ska lämnas tillbaka/],
      A12: [/Privat material/, /Apple-konto/, /bilder/, /Appar som du har installerat själv/],
      A13: [/kommunens enhetshantering/, /är en Personlig/, /på nätet `Kommun`/, /IT har provat/],
    };
    for (const [fact, patterns] of Object.entries(facts)) {
      for (const pattern of patterns) expect(text, fact).toMatch(pattern);
    }
  });
});

describe("Linderås's own words (B)", () => {
  it("say what differs there", () => {
    const text = ipadService("linderas")
      .sections.map(({ markdown }) => markdown.sv)
      .join("\n");
    for (const fact of [
      /ingår i hyran/,
      /ärendenummer/,
      /möteshandlingar/,
      /privata enheter/,
      /legitimation/,
      /extra steg/,
    ]) {
      expect(text).toMatch(fact);
    }
  });
});

describe("the demo's hardware", () => {
  it("has all three classes to order, one model waiting and one stopped", () => {
    const standings = ipadHardware.map((model) => {
      const steps = ["general", "technical", "business"] as const;
      return {
        model,
        standing: certificationOf(
          model.certification.map(({ passed }, n) => ({ step: steps[n] ?? "business", passed })),
        ),
      };
    });
    const certified = standings.filter(({ standing }) => !standing.next).map(({ model }) => model.class);
    expect(new Set(certified)).toEqual(new Set(["bas", "plus", "premium"]));
    expect(standings.filter(({ standing }) => standing.next === "business" && !standing.failed)).toHaveLength(1);
    expect(standings.filter(({ standing }) => standing.failed === "technical")).toHaveLength(1);
  });
});

describe.each(Object.entries({ calendarWords, catalogueWords, homeWords, serviceWords }))(
  "the portal's %s",
  (_, words) => {
    const sentences = Object.values(flat(words)).flatMap((text) => text.match(/[^.!?]+/g) ?? []);

    it("use none of the banned words", () => {
      expect(sentences.filter((sentence) => banned.test(sentence))).toEqual([]);
    });

    it("are at most 20 words a sentence", () => {
      expect(sentences.filter((sentence) => wordsIn(sentence) > 20)).toEqual([]);
    });
  },
);

type Words = { [key: string]: string | Words };

function flat(words: Words, path = ""): Record<string, string> {
  const pairs = Object.entries(words).map(([key, value]) => {
    return typeof value === "string" ? { [`${path}${key}`]: value } : flat(value, `${path}${key}.`);
  });
  return Object.assign({}, ...pairs) as Record<string, string>;
}
