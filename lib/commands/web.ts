import { closeDatabase } from "@/db/client";
import { env, SettingFault } from "@/lib/base/env";
import { followClock } from "@/lib/demo-clock/follow-clock";
import { startWebServer } from "@/lib/web/server";
import { failClearly } from "./fail-clearly";
import { whenAskedToStop } from "./halves";

try {
  const stopFollowing = env().DEMO ? await followClock() : async () => {};
  const server = await startWebServer({ dev: process.env.SERVE_SOURCES === "1" });
  whenAskedToStop(async () => {
    await server.close();
    await stopFollowing();
    await closeDatabase();
  });
} catch (fault) {
  if (fault instanceof SettingFault) failClearly(fault.message);
  const { code } = fault as { code?: string };
  if (code === "EADDRINUSE") failClearly(`PORT ${env().PORT} is taken: another program listens there`);
  throw fault;
}
