import fc from "fast-check";
import { expect, test } from "vitest";
import { accentColours, accentGround, contrast, nearestAccessibleAccent } from "./accent";

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("contrast is WCAG's", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrast("#ffffff", "#777777")).toBe(contrast("#777777", "#ffffff"));
});

test("an accent that can be read is kept to the letter", () => {
  expect(nearestAccessibleAccent("#14594A")).toBe("#14594a");
  expect(nearestAccessibleAccent("#7a1f5c")).toBe("#7a1f5c");
});

test("a pale yellow becomes a dark one, not a grey and not a black", () => {
  const nearest = nearestAccessibleAccent("#ffd400");
  expect(nearest).not.toBe("#ffd400");
  const [red, , blue] = [1, 3, 5].map((at) => Number.parseInt(nearest.slice(at, at + 2), 16));
  expect(red).toBeGreaterThan(90);
  expect(blue).toBeLessThan(40);
});

test("whatever is given, what is offered has contrast on every ground, in both themes", () => {
  fc.assert(
    fc.property(anyColour, (hex) => {
      const colours = accentColours(hex);
      for (const theme of ["light", "dark"] as const) {
        const { under, on } = accentGround[theme];
        for (const ground of under) {
          expect(contrast(colours[theme].accent, ground)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(colours[theme].deep, ground)).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(colours[theme].accent, on)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colours[theme].deep, on)).toBeGreaterThanOrEqual(4.5);
      }
    }),
    { numRuns: 100 },
  );
});

test("no lighter shade of the same hue would have done", () => {
  const nearest = nearestAccessibleAccent("#4fa3d9");
  const tight = Math.min(...accentGround.light.under.map((ground) => contrast(nearest, ground)));
  expect(tight).toBeLessThan(4.6);
});
