import type { LineStatus, OrderStatus, TaskKind, TaskStatus } from "@/db/words";

/** What must be done before a task may start. An automatic task starts by itself; the others wait for an agent. */
export const taskRules: Record<TaskKind, { isAutomatic: boolean; after: readonly TaskKind[] }> = {
  add_to_groups: { isAutomatic: true, after: [] },
  register_serial_number: { isAutomatic: false, after: [] },
  create_dev_account: { isAutomatic: true, after: ["register_serial_number"] },
  find_in_mdm: { isAutomatic: true, after: ["register_serial_number"] },
  tag_in_mdm: { isAutomatic: true, after: ["find_in_mdm"] },
  preconfigure: { isAutomatic: false, after: ["find_in_mdm"] },
  hand_over: { isAutomatic: false, after: ["add_to_groups", "create_dev_account", "tag_in_mdm"] },
  remove_from_groups: { isAutomatic: true, after: [] },
  disable_dev_account: { isAutomatic: true, after: [] },
};

/** What cancelling takes back, by what had been done. */
export const undoneBy: Partial<Record<TaskKind, TaskKind>> = {
  add_to_groups: "remove_from_groups",
  create_dev_account: "disable_dev_account",
};

type TaskLike = { kind: TaskKind; status: TaskStatus };

/** May the task start, as far as the other tasks of its line go? */
export function isUnblocked(task: TaskLike, ofLine: readonly TaskLike[]): boolean {
  return taskRules[task.kind].after.every((kind) => {
    const before = ofLine.find((other) => other.kind === kind);
    return !before || before.status === "done" || before.status === "skipped";
  });
}

/** A line is ready when everything before the hand-over is done; the checklist may be ticked at the hand-over itself. */
export function isReady(ofLine: readonly TaskLike[]): boolean {
  return ofLine
    .filter((task) => task.kind !== "hand_over" && task.kind !== "preconfigure")
    .every((task) => task.status === "done" || task.status === "skipped");
}

const endedLines: readonly LineStatus[] = ["declined", "cancelled"];
const deliveredLines: readonly LineStatus[] = ["handed_over", "acknowledged"];

export const isLive = (line: { status: LineStatus }): boolean => !endedLines.includes(line.status);
export const isDelivered = (line: { status: LineStatus }): boolean => deliveredLines.includes(line.status);

/** An approved order's status, from its lines: it is as far as the one furthest behind. */
export function orderStatusOf(lines: readonly { status: LineStatus }[]): OrderStatus {
  const live = lines.filter(isLive);
  if (live.length === 0) return "cancelled";
  if (live.every(isDelivered)) return "delivered";
  return live.every((line) => line.status === "ready" || isDelivered(line)) ? "ready" : "preparing";
}

/** Orders somebody still works on. */
export const openOrderStatuses = ["awaiting_approval", "preparing", "ready"] as const satisfies readonly OrderStatus[];

/** The pre-configuration checklist (C10), ticked before or at the hand-over. */
export const checklist = ["charged", "activated", "screen_protector", "theft_marking", "manual"] as const;

/** Pauses before a failed automatic task is tried again, in minutes; after the last it stops and shows itself. */
export const retryMinutes = [0.2, 1, 5, 20, 60] as const;
