import * as z from "zod";
import { lineStatuses, orderStatuses, taskKinds, taskStatuses, variants } from "@/db/words";
import type { Context } from "@/lib/base/context";
import type { OrderView } from "@/lib/orders/queries";
import { taskInWords } from "@/lib/orders/task-words";
import { ApprovalAnswer, presentApproval } from "./approval";
import { ClockAnswer, LedgerAnswer, presentClock, presentLedger } from "./clock";
import { Instant, shownInstant, shownInstantOrNull } from "./instant";
import { presentWait, WaitAnswer } from "./wait";

const TaskAnswer = z
  .object({ kind: z.enum(taskKinds), status: z.enum(taskStatuses), detail: z.string(), at: Instant })
  .meta({ id: "Task" });

const LineAnswer = z
  .object({
    id: z.uuid(),
    variant: z.enum(variants),
    recipient: z.email().nullable(),
    serialNumber: z.string().optional(),
    deviceAccount: z.string().optional(),
    status: z.enum(lineStatuses),
    handedOverAt: Instant.nullable(),
    receivedBy: z.string().nullable(),
    acknowledgedAt: Instant.nullable(),
    tasks: z.array(TaskAnswer),
  })
  .meta({ id: "OrderLine" });

export const OrderAnswer = z
  .object({
    reference: z.string(),
    status: z.enum(orderStatuses),
    service: z.string(),
    variant: z.enum(variants),
    hardware: z.string(),
    rentPerMonth: z.number(),
    requester: z.email(),
    unit: z.string(),
    costCentre: z.string(),
    deliverTo: z.string(),
    note: z.string().nullable(),
    receivedAt: Instant,
    deliveredAt: Instant.nullable(),
    cancelledReason: z.string().nullable(),
    lines: z.array(LineAnswer),
    approvals: z.array(ApprovalAnswer),
    promise: z.object({ dueAt: Instant, ledger: z.array(LedgerAnswer) }),
    clock: ClockAnswer,
    waiting: WaitAnswer.nullable(),
    version: z.int(),
  })
  .meta({ id: "Order" });
export type OrderAnswer = z.output<typeof OrderAnswer>;

/** One order as REST shows it. Promise and clock are of one evaluation. */
export function presentOrder(ctx: Context, view: OrderView): OrderAnswer {
  const { order, clock } = view;
  const { reference, status, variant, costCentre, deliverTo, note, cancelledReason, version } = order;
  return {
    ...{ reference, status, service: order.ticket.category.replace(/^service\//, ""), variant },
    ...{ hardware: view.hardware.slug, rentPerMonth: order.rentPerMonthOre / 100 },
    ...{ requester: view.requester.email, unit: view.unit.slug, costCentre, deliverTo, note },
    receivedAt: shownInstant(ctx, order.receivedAt),
    deliveredAt: shownInstantOrNull(ctx, order.deliveredAt),
    cancelledReason,
    lines: view.lines.map((line) => presentLine(ctx, view, line)),
    approvals: view.approvals.map((round) => presentApproval(ctx, round)),
    promise: { dueAt: shownInstant(ctx, clock.dueAt), ledger: presentLedger(ctx, clock.ledger) },
    clock: presentClock(ctx, clock, "delivery"),
    waiting: presentWait(ctx, view.pause),
    version,
  };
}

function presentLine(
  ctx: Context,
  { order }: OrderView,
  line: OrderView["lines"][number],
): z.output<typeof LineAnswer> {
  const { id, status, serialNumber, deviceAccount, receivedBy } = line;
  return {
    ...{ id, variant: order.variant, recipient: line.recipient?.email ?? null },
    ...(serialNumber === null ? {} : { serialNumber }),
    ...(deviceAccount === null ? {} : { deviceAccount }),
    status,
    handedOverAt: shownInstantOrNull(ctx, line.handedOverAt),
    receivedBy,
    acknowledgedAt: shownInstantOrNull(ctx, line.acknowledgedAt),
    tasks: line.tasks.map((task) => {
      const { detail } = taskInWords({ ...task, line }, ctx.language);
      return { kind: task.kind, status: task.status, detail, at: shownInstant(ctx, task.at) };
    }),
  };
}
