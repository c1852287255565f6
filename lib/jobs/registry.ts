import * as z from "zod";
import { inspectAttachment } from "@/lib/attachments/inspect-attachment";
import type { Context } from "@/lib/base/context";
import { continueBulk } from "@/lib/desk/continue-bulk";
import { tellEscalation } from "@/lib/escalation/tell-escalation";
import { processOrKeep } from "@/lib/intake/process-mail";
import { advanceOrder } from "@/lib/orders/advance";
import { runTask } from "@/lib/orders/run-task";
import type { Jobs } from "@/lib/queue/enqueue";
import { deliverWebhook } from "@/lib/webhooks/deliver-webhook";
import { deliverDisruptionAnswer } from "./deliver-disruption-answer";
import { sendLetter } from "./send-letter";

type Job<Payload> = {
  payload: z.ZodType<Payload>;
  run: (ctx: Context, payload: Payload, workerId: string) => Promise<void>;
};

/** Every job there is: what it is given and the verb it calls. The only place where a job's name meets its verb. */
export const registry: { [Name in keyof Jobs]: Job<Jobs[Name]> } = {
  "mail.send": {
    payload: z.object({ letterId: z.uuid() }),
    run: (ctx, { letterId }, workerId) => sendLetter(ctx, letterId, workerId),
  },
  "intake.process": {
    payload: z.object({ mailId: z.uuid() }),
    run: async (ctx, { mailId }) => {
      const { reason } = await processOrKeep(ctx, mailId);
      if (reason === "notYet") throw new Error("a mail could not be processed; it is tried again");
    },
  },
  "escalation.tell": {
    payload: z.object({ escalationId: z.uuid() }),
    run: (ctx, { escalationId }) => tellEscalation(ctx, escalationId),
  },
  "disruptions.deliver": {
    payload: z.object({ answerId: z.uuid() }),
    run: (ctx, { answerId }) => deliverDisruptionAnswer(ctx, answerId),
  },
  "attachments.inspect": {
    payload: z.object({ attachmentId: z.uuid() }),
    run: (ctx, { attachmentId }) => inspectAttachment(ctx, attachmentId),
  },
  "orders.advance": {
    payload: z.object({ orderId: z.uuid() }),
    run: (ctx, { orderId }) => advanceOrder(ctx, orderId),
  },
  "desk.run_bulk": {
    payload: z.object({ runId: z.uuid() }),
    run: (ctx, { runId }) => continueBulk(ctx, runId),
  },
  "orders.run_task": {
    payload: z.object({ taskId: z.uuid() }),
    run: (ctx, { taskId }, workerId) => runTask(ctx, taskId, workerId),
  },
  "webhooks.deliver": {
    payload: z.object({ deliveryId: z.uuid() }),
    run: (ctx, { deliveryId }, workerId) => deliverWebhook(ctx, deliveryId, workerId),
  },
};
