import { closeDatabase } from "@/db/client";
import { env, SettingFault } from "@/lib/base/env";
import { log } from "@/lib/base/log";
import { followClock } from "@/lib/demo-clock/follow-clock";
import { sweepSoon } from "@/lib/jobs/timetable";
import { startWorker } from "@/lib/jobs/worker";
import { failClearly } from "./fail-clearly";
import { whenAskedToStop } from "./halves";

try {
  const { DATABASE_URL, DEMO } = env();
  if (!DATABASE_URL) throw new SettingFault("DATABASE_URL is missing: it should be a postgres:// address");
  const stopFollowing = DEMO ? await followClock(sweepSoon) : async () => {};
  const lost = () => {
    log().error("the database let go of this worker: it ends, and takes its jobs up again when it is started anew");
    process.exit(1);
  };
  const worker = await startWorker(DATABASE_URL, undefined, lost);
  whenAskedToStop(async () => {
    await stopFollowing();
    await worker.close();
    await closeDatabase();
  });
} catch (fault) {
  if (fault instanceof SettingFault) failClearly(fault.message);
  throw fault;
}
