import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { accentGround, contrast } from "@/lib/base/accent";

const tokens = readTokens(new URL("../tokens.css", import.meta.url));

const grounds = ["paper", "shade", "sheet"];
const tones = ["kept", "soon", "broken", "waiting", "information"];

/** Every pair of text and ground that a part uses. */
const textPairs: [text: string, ground: string][] = [
  ...["ink", "ink-quiet", "accent", "accent-deep", ...tones, "broken-deep"].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ...tones.flatMap((tone): [string, string][] => [
    [tone, `${tone}-wash`],
    ["ink", `${tone}-wash`],
    ["ink-quiet", `${tone}-wash`],
  ]),
  ["ink", "accent-wash"],
  ["ink-quiet", "accent-wash"],
  ["accent", "accent-wash"],
  ["on-accent", "accent"],
  ["on-accent", "accent-deep"],
  ["on-broken", "broken"],
  ["on-broken", "broken-deep"],
  ["paper", "ink"],
  ["paper", "kept"],
];

/** Edges and drawings that carry meaning (WCAG 1.4.11). */
const shapePairs: [shape: string, ground: string][] = [
  ...["edge", "accent", "ink", ...tones].flatMap((shape) =>
    [...grounds].map((ground): [string, string] => [shape, ground]),
  ),
  ["accent", "accent-wash"],
  ["ink", "accent-wash"],
  ["waiting", "waiting-wash"],
];

describe.each(["light", "dark"] as const)("in the %s", (theme) => {
  test.each(textPairs)("%s can be read on %s", (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapePairs)("%s can be seen on %s", (shape, ground) => {
    expect(contrast(colour(shape, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });

  test.each(grounds)("one of the focus ring's two tones shows on %s, and on anything", (ground) => {
    const [yellow, ink] = [colour("focus", theme), colour("focus-ink", theme)];
    expect(contrast(yellow, ink)).toBeGreaterThanOrEqual(9);
    const best = Math.max(contrast(yellow, colour(ground, theme)), contrast(ink, colour(ground, theme)));
    expect(best).toBeGreaterThanOrEqual(3);
  });

  test("a municipality's accent is judged against these very grounds", () => {
    expect(accentGround[theme].under).toEqual(grounds.map((ground) => colour(ground, theme)));
    expect(accentGround[theme].on).toBe(colour("on-accent", theme));
  });
});

function colour(name: string, theme: "light" | "dark"): string {
  const found = tokens.get(name);
  if (!found) throw new Error(`tokens.css has no --${name}`);
  return found[theme];
}

function readTokens(file: URL) {
  const css = readFileSync(file, "utf8");
  const found = new Map<string, { light: string; dark: string }>();
  for (const [, name = "", light = "", dark = light] of css.matchAll(
    /--([\w-]+):\s*(?:light-dark\()?(#[0-9a-f]{6})(?:,\s*(#[0-9a-f]{6})\))?;/g,
  )) {
    found.set(name, { light, dark });
  }
  return found;
}
