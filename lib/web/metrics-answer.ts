import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { env } from "@/lib/base/env";
import { sameSecret } from "@/lib/base/ids";
import { isLoopback } from "./clean-request";
import { processMetrics } from "./metrics";

/** Prometheus' text, for the loopback or whoever bears METRICS_TOKEN; for others it is not there. */
export async function metricsAnswer(request: Request): Promise<Response> {
  if (!mayRead(request)) return new Response(null, { status: 404 });
  const { registry, queue, orphans } = processMetrics();
  for (const [state, jobs] of Object.entries(await queueDepth())) queue.set({ state }, jobs);
  orphans.set(await orphanedTickets());
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
}

function mayRead(request: Request): boolean {
  const token = env().METRICS_TOKEN;
  const bearer = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (bearer) return token !== undefined && sameSecret(bearer, token);
  return isLoopback(request.headers.get("x-forwarded-for") ?? "");
}

async function queueDepth(): Promise<{ waiting: number; given_up: number }> {
  const [row] = await database().execute<{ waiting: number; given_up: number }>(sql`select * from queue_depth()`);
  return { waiting: row?.waiting ?? 0, given_up: row?.given_up ?? 0 };
}

async function orphanedTickets(): Promise<number> {
  const [row] = await database().execute<{ n: number }>(sql`select orphaned_tickets() as n`);
  return row?.n ?? 0;
}
