import { closeDatabase } from "@/db/client";
import { env, SettingFault } from "@/lib/base/env";
import { followClock } from "@/lib/demo-clock/follow-clock";
import { sweepSoon } from "@/lib/jobs/timetable";
import { startWorker } from "@/lib/jobs/worker";
import { failClearly } from "./fail-clearly";
import { whenAskedToStop } from "./halves";

try {
  const { DATABASE_URL, DEMO } = env();
  if (!DATABASE_URL) throw new SettingFault("DATABASE_URL is missing: it should be a postgres:// address");
  const stopFollowing = DEMO ? await followClock(sweepSoon) : async () => {};
  // Started again at once, it takes up what it held.
  const worker = await startWorker(DATABASE_URL, undefined, () => process.exit(1));
  whenAskedToStop(async () => {
    await stopFollowing();
    await worker.close();
    await closeDatabase();
  });
} catch (fault) {
  if (fault instanceof SettingFault) failClearly(fault.message);
  throw fault;
}
