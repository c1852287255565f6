import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference } from "./difference";

const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 }).map((lines) => lines.join("\n"));
const side = (lines: ReturnType<typeof difference>, without: string) =>
  lines.filter(({ kind }) => kind !== without).map((line) => line.text);
const linesOf = (given: string) => given.split("\n").filter(Boolean);

describe("the difference between two texts", () => {
  it("gives both texts back, and nothing else", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = difference(before, after);
        expect(side(lines, "added")).toEqual(linesOf(before));
        expect(side(lines, "removed")).toEqual(linesOf(after));
      }),
    );
  });

  it("says no more than is needed", () => {
    expect(difference("ett\ntvå\ntre", "ett\n2\ntre").map(({ kind, text: line }) => `${kind} ${line}`)).toEqual([
      ...["same ett", "removed två", "added 2", "same tre"],
    ]);
    expect(difference("lika", "lika").map(({ kind }) => kind)).toEqual(["same"]);
  });
});
