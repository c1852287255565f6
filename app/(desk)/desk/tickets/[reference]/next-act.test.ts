import { expect, it } from "vitest";
import { nextAct } from "./next-act";

const at = new Date("2026-12-14T09:00:00Z");
const ticket = { status: "new", assigneeId: null, firstResponseAt: null, isAsked: true, isOrder: false } as const;

it.each([
  ["new and nobody's: take it", {}, "take"],
  ["nobody's though begun: take it", { status: "in_progress", firstResponseAt: at }, "take"],
  ["mine and not answered: reply", { status: "in_progress", assigneeId: "me" }, "reply"],
  ["mine, the requester wrote last: reply", { status: "in_progress", assigneeId: "me", firstResponseAt: at }, "reply"],
  [
    "mine and answered: resolve",
    { status: "in_progress", assigneeId: "me", firstResponseAt: at, isAsked: false },
    "resolve",
  ],
  [
    "an order's, answered: nothing by hand",
    { assigneeId: "me", firstResponseAt: at, isAsked: false, isOrder: true },
    "nothing",
  ],
  ["a colleague's: theirs", { status: "in_progress", assigneeId: "you" }, "theirs"],
  ["waiting, whoever has it: see whose turn", { status: "paused", assigneeId: "me" }, "wait"],
  ["resolved: nothing", { status: "resolved", assigneeId: "me" }, "nothing"],
  ["closed: nothing", { status: "closed" }, "nothing"],
  ["cancelled: nothing", { status: "cancelled" }, "nothing"],
] as const)("%s", (_, changes, act) => {
  expect(nextAct({ ...ticket, ...changes }, "me")).toBe(act);
});
