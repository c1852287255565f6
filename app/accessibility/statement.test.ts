import { describe, expect, it } from "vitest";
import { conformityOf, ownStatement } from "./statement";

describe("the accessibility statement", () => {
  it("claims to conform fully only where no flaw is known", () => {
    expect(conformityOf({ flaws: [] })).toBe("fully");
    expect(conformityOf(ownStatement)).toBe(ownStatement.flaws.length === 0 ? "fully" : "partly");
  });

  it("was not updated before it was assessed", () => {
    expect(ownStatement.updatedOn >= ownStatement.assessedOn).toBe(true);
  });

  it("says what to do instead of each flaw, in both languages", () => {
    for (const { what, why, instead } of ownStatement.flaws) {
      for (const text of [what, why, instead])
        expect([text.sv, text.en].every((each) => each.endsWith("."))).toBe(true);
    }
  });
});
