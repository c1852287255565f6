import { expect, it } from "vitest";
import { shownDetail } from "./shown-detail";

const cases = [
  ["tickets.assigned", { assignee: "first@aminne.example", name: "Maja", from: null }, {}],
  ["tickets.attached", { name: "logg.txt", attachment: "id", visibility: "public" }, { name: "logg.txt" }],
  ["tickets.linked", { other: "100-0002", as: "related" }, { other: "100-0002", as: "related" }],
  ["tickets.linked", { other: "100-0003", as: "related" }, { as: "related" }],
  ["tickets.split", { by: "100-0003", comment: "id" }, {}],
  ["desk.timeSpent", { minutes: 15 }, {}],
] as const;

it.each(cases)(
  "of %s the requester reads what concerns them, and no ticket that they may not see",
  (event, detail, shown) => {
    const sees = new Set(["100-0002"]);
    expect(shownDetail({ event, detail }, { isAgent: false, sees })).toEqual(shown);
  },
);
