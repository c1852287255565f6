import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import postgres from "postgres";

export type WorkerLives = {
  events: WorkerEvents;
  /** Resolves once the worker is known to live: before that it must claim nothing, or it would be taken for dead with it. */
  begun: (workerId: string) => Promise<unknown>;
  isDead: (workerId: string) => Promise<boolean>;
  /** Frees the jobs that dead workers hold, so that they run again now and not in four hours. */
  unlockDead: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Each worker holds an advisory lock in the database while it lives. PostgreSQL lets go of it the moment the process is gone, so a
 * lock that can be had belongs to a dead worker: no leases, no waiting. `lost` is called when the connection that holds the locks
 * breaks: others may then take up what this process is still doing, so it should end.
 */
export async function watchWorkers(connectionString: string, lost: () => void = () => {}): Promise<WorkerLives> {
  // A connection that is renewed after its lifetime would let go of the locks of workers that live.
  const options = { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {} } as const;
  let isClosing = false;
  const onclose = () => isClosing || lost();
  const connection = { application_name: "serviceportalen-worker" };
  const held = postgres(connectionString, { ...options, connection, onclose });
  const asking = postgres(connectionString, options);
  const events: WorkerEvents = new EventEmitter();
  const locks = new Map<string, Promise<unknown>>();
  events.on("worker:create", ({ worker: { workerId } }) => {
    locks.set(workerId, held`select pg_advisory_lock(hashtextextended(${workerId}, 7))`.execute());
  });
  const begun = async (workerId: string) => locks.get(workerId);
  const isDead = async (workerId: string) => {
    const [row] = await asking<{ free: boolean }[]>`
      select pg_try_advisory_lock(hashtextextended(${workerId}, 7)) as free`;
    if (row?.free) await asking`select pg_advisory_unlock(hashtextextended(${workerId}, 7))`;
    return row?.free ?? false;
  };
  const unlockDead = async () => {
    const holders = await asking<{ id: string }[]>`
      select distinct locked_by as id from graphile_worker._private_jobs where locked_by is not null`;
    const dead: string[] = [];
    for (const { id } of holders) if (await isDead(id)) dead.push(id);
    if (dead.length > 0) await asking`select graphile_worker.force_unlock_workers(${dead})`;
  };
  const close = async () => {
    isClosing = true;
    await held.end({ timeout: 1 });
    await asking.end({ timeout: 1 });
  };
  return { events, begun, isDead, unlockDead, close };
}
