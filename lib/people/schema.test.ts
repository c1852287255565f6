import { describe, expect, it } from "vitest";
import { AppointSubstitute } from "./schema";

const days = { from: "2026-12-14", to: "2026-12-18" };

describe("AppointSubstitute", () => {
  const keyOf = (changes: object) =>
    AppointSubstitute.safeParse({ substitute: "Kim Öberg", ...days, ...changes }).error?.issues[0]?.message;

  it.each([
    [{}, undefined],
    [{ to: "2026-12-14" }, undefined],
    [{ to: "2027-12-14" }, undefined],
    [{ to: "2027-12-15" }, "year"],
    [{ to: "2026-12-13" }, "order"],
    [{ from: "2026-02-30" }, "from"],
    [{ to: "" }, "to"],
    [{ substitute: " " }, "substitute"],
  ])("%o: %s", (changes, why) => {
    expect(keyOf(changes)).toBe(why && `people.substitutes.errors.${why}`);
  });
});
