import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("no part writes a style attribute: the content security policy would drop it", () => {
  const folder = new URL(".", import.meta.url);
  const parts = readdirSync(folder).filter((name) => name.endsWith(".tsx"));
  expect(parts.length).toBeGreaterThan(20);
  for (const name of parts) expect(readFileSync(new URL(name, folder), "utf8"), name).not.toMatch(/\sstyle=/);
});
