import { env } from "@/lib/base/env";
import { moveClock } from "@/lib/demo-clock/move-clock";
import { MoveClock } from "@/lib/demo-clock/schema";
import { endpoint } from "@/lib/web/api";

/** With DEMO=1 only, and absent otherwise: moves the portal's clock, for web and worker alike. */
export const POST = endpoint({
  summary: "api.operation.moveClock",
  scope: "write",
  body: MoveClock,
  isThere: () => env().DEMO,
  run: async (ctx, { body }) => {
    const { now } = await moveClock(ctx, body);
    return { body: { now: now.toISOString() } };
  },
});
