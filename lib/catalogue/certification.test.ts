import { describe, expect, it } from "vitest";
import type { CertificationStep } from "@/db/words";
import { certificationOf, whyNotOrderable } from "./certification";

function tested(...outcomes: string[]) {
  return certificationOf(
    outcomes.map((each) => {
      return { step: each.slice(0, -1) as CertificationStep, passed: each.endsWith("+") };
    }),
  );
}

describe("certificationOf (C8)", () => {
  it.each([
    [[], { passed: [], next: "general" }],
    [["general+"], { passed: ["general"], next: "technical" }],
    [["general+", "technical+", "business+"], { passed: ["general", "technical", "business"] }],
    [["general-"], { passed: [], next: "general", failed: "general" }],
    [["general+", "technical-"], { passed: ["general"], next: "technical", failed: "technical" }],
    [["general+", "technical-", "technical+"], { passed: ["general", "technical"], next: "business" }],
    [
      ["general+", "technical+", "business+", "technical-"],
      { passed: ["general"], next: "technical", failed: "technical" },
    ],
    [
      ["general+", "technical+", "business+", "technical-", "technical+"],
      { passed: ["general", "technical"], next: "business" },
    ],
    [["general+", "business+"], { passed: ["general"], next: "technical" }],
    [["general+", "technical-", "general-", "general+"], { passed: ["general"], next: "technical" }],
  ])("after %j", (outcomes, standing) => {
    expect(tested(...outcomes)).toEqual(standing);
  });
});

describe("whyNotOrderable", () => {
  it.each([
    ["certified", false, tested("general+", "technical+", "business+"), undefined],
    ["retired", true, tested("general+", "technical+", "business+"), { code: "retired" }],
    ["failed", false, tested("general+", "technical-"), { code: "failed", step: "technical" }],
    ["not ready", false, tested("general+", "technical+"), { code: "not_certified", step: "business" }],
    ["untouched", false, tested(), { code: "not_certified", step: "general" }],
  ])("%s", (_, isRetired, standing, why) => {
    expect(whyNotOrderable(isRetired, standing)).toEqual(why);
  });
});
