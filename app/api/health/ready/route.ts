import { isReady } from "@/lib/web/readiness";

export const dynamic = "force-dynamic";

/** 200 when requests can be answered, 503 when not. `/api/health/live` is answered before Next, in lib/web/server.ts. */
export async function GET() {
  const ready = await isReady();
  return Response.json({ status: ready ? "ready" : "not_ready" }, { status: ready ? 200 : 503 });
}
