import { expect, it } from "vitest";
import { findTopics } from "./find-topics";

it.each([
  ["skrivaren", ["printing"]],
  ["glömt lösenkoden", ["account"]],
  ["Wi-Fi", ["wifi"]],
  ["tappat min ipad", ["lost", "ipad"]],
  ["appleid", ["own_things"]],
  ["kalendern synkar inte", ["mail"]],
  ["xyzzy", []],
  ["i", []],
])("%s finds %j", (query, topics) => {
  expect(findTopics(query, "sv")).toEqual(expect.arrayContaining(topics));
  if (topics.length === 0) expect(findTopics(query, "sv")).toEqual([]);
});
