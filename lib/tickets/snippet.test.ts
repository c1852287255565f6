import fc from "fast-check";
import { expect, it } from "vitest";
import { folded } from "./search-words";
import { marked, type Piece, snippet } from "./snippet";

const plain = (pieces: Piece[]) => pieces.map(({ text }) => text).join("");
const hits = (pieces: Piece[]) => pieces.flatMap(({ text, isHit }) => (isHit ? [text] : []));

it("snippets keep every letter, and mark whole words only from their beginning", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(["ab"], ["a", "b"], ["å"]), (text, stems) => {
      expect(plain(marked(text, stems))).toBe(text);
      expect(folded(text)).toHaveLength(text.length);
    }),
  );
  expect(hits(marked("Kafé, kaféet och pokafé", ["kafe"]))).toEqual(["Kafé", "kaféet"]);
  expect(hits(marked("Ara är inte åra", ["ara"]))).toEqual(["Ara"]);
});

it("snippets cut a long text around what was found", () => {
  const text = `${"förord ".repeat(100)}Nålen ligger här ${"efterord ".repeat(100)}`;
  const pieces = snippet(text, ["nål"]) ?? [];
  expect(plain(pieces).length).toBeLessThan(240);
  expect(plain(pieces)).toMatch(/^… förord.*efterord …$/);
  expect(hits(pieces)).toEqual(["Nålen"]);
  expect(snippet(text, ["saknas"])).toBeNull();
});
