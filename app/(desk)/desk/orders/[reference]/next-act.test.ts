import { expect, it } from "vitest";
import { nextAct } from "./next-act";

type Asked = Parameters<typeof nextAct>[0];
type Line = Asked["lines"][number];

const task = (status: "waiting" | "failed" | "done") => ({ status }) as Line["tasks"][number];
const line = (changes: Partial<Line>): Line => ({ status: "preparing", serialNumber: "X", tasks: [], ...changes });
const order = (status: Asked["order"]["status"], lines: Line[], pause: Asked["pause"] = null): Asked => {
  return { order: { status }, lines, pause };
};

it.each([
  ["ended", order("cancelled", [line({ tasks: [task("failed")] })])],
  ["done", order("delivered", [line({ status: "handed_over" })])],
  ["manager", order("awaiting_approval", [line({ serialNumber: null })], { waitingFor: "approval" })],
  ["resume", order("preparing", [line({ serialNumber: null })], { waitingFor: "supplier" })],
  ["failed", order("preparing", [line({ serialNumber: null }), line({ tasks: [task("failed")] })])],
  ["serial", order("preparing", [line({ status: "ready" }), line({ serialNumber: null })])],
  ["handOver", order("preparing", [line({ status: "ready" }), line({ tasks: [task("waiting")] })])],
  ["portal", order("preparing", [line({ tasks: [task("waiting")] })])],
  ["handOver", order("ready", [line({ status: "ready" }), line({ status: "cancelled", serialNumber: null })])],
] as const)("%s is next", (act, asked) => {
  expect(nextAct(asked)).toBe(act);
});
