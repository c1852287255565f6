import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import * as z from "zod";
import type { Context } from "@/lib/base/context";
import { log } from "@/lib/base/log";
import { getOrganisation } from "@/lib/people/organisations";
import { startMailRounds } from "./mail-rounds";
import { portalContext } from "./portal-context";
import { registry } from "./registry";
import { startTimetable } from "./timetable";
import { type WorkerLives, watchWorkers } from "./worker-lives";

const Envelope = z.object({ organisation: z.string(), request: z.string() });

/**
 * Runs the queue and the timetable until closed. Takes up at once what an earlier worker was killed in the middle of.
 * `connectionString` is the owner's: the queue's own tables are not the application role's. `lost`: the database let go of this
 * worker, and its process should end.
 */
export async function startWorker(
  connectionString: string,
  concurrency = 4,
  lost?: () => void,
): Promise<{ close: () => Promise<void> }> {
  const lives = await watchWorkers(connectionString, lost);
  await lives.unlockDead();
  const runner: Runner = await run({
    connectionString,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    parsedCronItems: [],
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") log().warn({ queue: message }, "queue");
    }),
    taskList: taskList(lives),
    events: lives.events,
  });
  const stopTimetable = startTimetable(lives);
  const stopFetching = startMailRounds();
  return {
    close: async () => {
      await stopFetching();
      await stopTimetable();
      await runner.stop();
      await lives.close();
    },
  };
}

function taskList(lives: WorkerLives): TaskList {
  return Object.fromEntries(
    Object.entries(registry).map(([name, job]) => [
      name,
      async (raw, { job: { locked_by: workerId } }) => {
        await lives.begun(workerId ?? "");
        const { organisation, request } = Envelope.parse(raw);
        const ctx = portalContext(await getOrganisation(organisation), request);
        const run = job.run as (...given: [Context, unknown, string]) => Promise<void>;
        await run(ctx, job.payload.parse(raw), workerId ?? "");
      },
    ]),
  );
}
