import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/base/context";

/** The jobs there are, and what each is given. Only jobs/registry.ts knows the verbs behind them. */
export type Jobs = {
  "mail.send": { letterId: string };
  "intake.process": { mailId: string };
  "escalation.tell": { escalationId: string };
  "disruptions.deliver": { answerId: string };
  "attachments.inspect": { attachmentId: string };
  "orders.run_task": { taskId: string };
  "orders.advance": { orderId: string };
  "webhooks.deliver": { deliveryId: string };
  "desk.run_bulk": { runId: string };
};

/** The outbox: the job exists exactly if the transaction commits. It names the organisation it runs for. */
export async function enqueue<Name extends keyof Jobs>(
  ctx: Context,
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
): Promise<void> {
  const job = { organisation: ctx.organisation.slug, request: ctx.request, ...payload };
  await tx.execute(sql`select enqueue(${name}, ${JSON.stringify(job)}::json)`);
}
