import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isThanksOnly } from "./is-thanks-only";
import { type MailLanguage, thanksWords } from "./thanks-words";

describe("a thanks and nothing more", () => {
  it.each<[string, MailLanguage | null]>([
    ["Tack!", "sv"],
    ["TACK SÅ MYCKET!!!", "sv"],
    [
      "Hej Åsa,\n\nTack så mycket för hjälpen! Nu fungerar det :)\n\nMed vänliga hälsningar\nBo Ek\nRektor, Åminne kommun\n0123-456 78",
      null,
    ],
    ["Tack Åsa!", "sv"],
    ["Toppen, tack! Mvh\nBo", "sv"],
    ["Tack för snabb hjälp!\nMvh Bo", "sv"],
    ["👍", null],
    ["Tusen takk for hjelpen, ha en fin dag!", "no"],
    ["Mange tak for hjælpen\n\nVenlig hilsen\nBo Friis", "da"],
    ["Kiitos paljon avusta! Nyt toimii.\n\nTerveisin\nAino", "fi"],
    ["Thanks a lot, it works now.\n\nBest regards\nAnn Lee", "en"],
    ["Thanks!", "sv"],
    ["Kanon, tack för snabb hjälp!", null],
    ["Tusen tack", null],
    ["Takk", null],
    ["Tack så jättemycket", null],
    ["Kiitos!", null],
    ["Perfekt", "sv"],
    ["Toppen!", "sv"],
  ])("%j (%s)", (text, language) => expect(isThanksOnly(text, language)).toBe(true));
});

it("a bare name below is a signature only when it is the sender's", () => {
  expect(isThanksOnly("Tack\nBo", "sv", "Bo Ek")).toBe(true);
  expect(isThanksOnly("Tack\nBo", "sv")).toBe(false);
  expect(isThanksOnly("Tack\nTrasig", "sv", "Bo Ek")).toBe(false);
});

describe("more than a thanks", () => {
  it.each<[string, MailLanguage | null]>([
    ["", null],
    ["Hej", "sv"],
    ["Tack, men det fungerar inte", "sv"],
    ["Tack, nu fungerar det inte", "sv"],
    ["Tack för ingenting", "sv"],
    ["Tack! Kan ni också byta fodralet?", "sv"],
    ["Tack på förhand", "sv"],
    ["Nej tack", "sv"],
    ["Tack!\n\nMvh\nBo\n\nPS skärmen är svart igen", "sv"],
    ["Tack!\n\nMvh\nBo\nskärmen är svart igen", "sv"],
    ["Tack!\n\nMvh\nSkärmen är svart.", "sv"],
    ["Kiitos, mutta se ei toimi", "fi"],
    ["Ei kiitos", "fi"],
    ["Thanks, but no", "en"],
    ["Tak, men skærmen er sort", "da"],
    ["Tack Åsa igen trasig", "sv"],
    ["Tak", "sv"],
    ["Tack\nNej", "sv"],
    ["Tack för ingenting, det är sämre nu", null],
    ["Nu funkar kalendern men inte mejlen, tack", null],
    ["Nej", null],
  ])("%j (%s)", (text, language) => expect(isThanksOnly(text, language)).toBe(false));

  it("any word that is not of the list, wherever it is put", () => {
    const known = Object.values(thanksWords).flatMap((one) => [...one.thanks, ...one.around]);
    const phrases = fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 6 });
    const foreign = fc.constantFrom(
      "inte",
      "men",
      "trasig",
      "ikke",
      "ikkje",
      "ei",
      "not",
      "broken",
      "saknas",
      "fortfarande",
    );
    fc.assert(
      fc.property(phrases, foreign, fc.nat(6), (said, word, at) => {
        expect(isThanksOnly(said.toSpliced(at, 0, word).join(" "), null)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
