import { expect, it } from "vitest";
import { nextActOnTicket } from "./next-act";

const seen = { status: "in_progress" as const, isMine: true, hasAssignee: true, isAnswered: true, isLate: false };

it.each([
  ["take", { hasAssignee: false, isMine: false }],
  ["take", { hasAssignee: false, isMine: false, status: "paused" as const, isLate: true }],
  ["resume", { status: "paused" as const }],
  ["late", { isLate: true, isAnswered: false }],
  ["answer", { isAnswered: false }],
  ["theirs", { isAnswered: false, isMine: false }],
  ["work", {}],
  ["done", { status: "resolved" as const, hasAssignee: false }],
  ["done", { status: "cancelled" as const }],
])("%s", (act, changes) => {
  expect(nextActOnTicket({ ...seen, ...changes })).toBe(act);
});
