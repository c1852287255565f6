import fc from "fast-check";
import { expect, it } from "vitest";
import { foldOf } from "./fold";

it("loses nothing, keeps the order, folds none of a short story and always shows where it stands", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 200 }), (turns) => {
      const { begin, folded, end } = foldOf(turns);
      expect([...begin, ...folded, ...end]).toEqual(turns);
      expect(folded.length === 0 || folded.length > 4).toBe(true);
      expect(turns.length > 24 || folded.length === 0).toBe(true);
      expect(begin.length + end.length).toBeLessThanOrEqual(24);
    }),
  );
});
