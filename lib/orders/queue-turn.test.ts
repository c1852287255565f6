import { expect, it } from "vitest";
import { queueTurn } from "./queue-turn";

const order = { status: "preparing", waitingFor: null, hasFailedTask: false, needsSerialNumber: false } as const;

it.each([
  [{ status: "awaiting_approval", waitingFor: "approval" }, "manager"],
  [{ waitingFor: "approval" }, "manager"],
  [{ waitingFor: "supplier", needsSerialNumber: true }, "supplier"],
  [{ waitingFor: "requester", hasFailedTask: true }, "requester"],
  [{ hasFailedTask: true }, "desk"],
  [{ needsSerialNumber: true }, "desk"],
  [{}, "portal"],
  [{ status: "ready" }, "desk"],
  [{ status: "delivered", hasFailedTask: true }, "nobody"],
  [{ status: "cancelled", waitingFor: "supplier" }, "nobody"],
] as const)("%o is the turn of %s", (changes, turn) => {
  expect(queueTurn({ ...order, ...changes })).toBe(turn);
});
