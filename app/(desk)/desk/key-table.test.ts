import { describe, expect, it } from "vitest";
import { actOfKey, beginsTwo, keyTable, ticketActs } from "./key-table";

describe("actOfKey", () => {
  it.each([
    ["j", "", "next"],
    ["k", "", "previous"],
    ["o", "", "open"],
    ["Enter", "", null],
    ["J", "", null],
    ["a", "", "assign"],
    ["e", "", "resolve"],
    ["/", "", "search"],
    ["?", "", "keys"],
    ["g", "", null],
    ["q", "", null],
    ["q", "g", "queue"],
    ["j", "g", null],
    ["x", "", null],
  ])("%s after %j is %s", (key, before, act) => {
    expect(actOfKey(key, before)).toBe(act);
  });

  it("knows the first of two keys", () => {
    expect(["g", "q", "j"].map(beginsTwo)).toEqual([true, false, false]);
  });

  it("has no key twice, and a key for every act of a ticket", () => {
    const keys = Object.values(keyTable).flatMap((rows) => rows.flatMap((row): readonly string[] => row.keys));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyTable.ticket.map(({ act }) => act)).toEqual(ticketActs);
  });
});
