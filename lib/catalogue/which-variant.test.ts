import { describe, expect, it } from "vitest";
import { translator } from "@/lib/base/language";
import { readVariantAnswers, type VariantAnswers, variantQuestions, whichVariant } from "./which-variant";

const every: VariantAnswers[] = variantQuestions.users.flatMap((users) =>
  variantQuestions.personal.flatMap((personal) => variantQuestions.apps.map((apps) => ({ users, personal, apps }))),
);

describe("whichVariant", () => {
  it.each([
    [{ users: "one", personal: "yes", apps: "user" }, "personlig", false],
    [{ users: "one", personal: "no", apps: "unit" }, "personlig", false],
    [{ users: "several", personal: "no", apps: "unit" }, "publik", false],
    [{ users: "several", personal: "no", apps: "user" }, "publik", false],
    [{ users: "several", personal: "yes", apps: "unit" }, "personlig", true],
  ] as const)("%j → %s", (answers, variant, oneEach) => {
    expect(whichVariant(answers)).toMatchObject({ variant, oneEach });
  });

  it("never gives Publik to who needs mail, calendar or printing (A6, A13), nor one shared iPad as Personlig (A2)", () => {
    for (const answers of every) {
      const { variant, oneEach } = whichVariant(answers);
      if (answers.personal === "yes" || answers.users === "one") expect(variant).toBe("personlig");
      if (variant === "personlig") expect(oneEach).toBe(answers.users === "several");
    }
  });

  it("says why in both languages, whatever is answered", () => {
    for (const { reasons, cautions } of every.map(whichVariant)) {
      expect(reasons.length).toBeGreaterThan(0);
      for (const key of [...reasons, ...cautions]) {
        for (const language of ["sv", "en"] as const) expect(translator(language)(key)).toMatch(/[.]$/);
      }
    }
  });
});

describe("readVariantAnswers", () => {
  it("reads a whole query string, and nothing from half of one", () => {
    expect(readVariantAnswers({ users: "one", personal: "no", apps: "unit" })).toEqual({
      ...{ users: "one", personal: "no", apps: "unit" },
    });
    expect(readVariantAnswers({ users: "one", personal: "no" })).toBeUndefined();
    expect(readVariantAnswers({ users: "all", personal: "no", apps: "unit" })).toBeUndefined();
    expect(readVariantAnswers({ users: ["one", "several"], personal: "no", apps: "unit" })).toBeUndefined();
  });
});
