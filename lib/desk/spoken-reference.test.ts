import { expect, it } from "vitest";
import { spokenReference } from "./spoken-reference";

it.each([
  ["123-4567", "sv", "ett två tre – fyra fem sex sju"],
  ["100-0089", "sv", "ett noll noll – noll noll åtta nio"],
  ["123-4567", "en", "one two three – four five six seven"],
] as const)("%s in %s", (reference, language, spoken) => {
  expect(spokenReference(reference, language)).toBe(spoken);
});
