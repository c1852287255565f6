import { newId } from "@/lib/base/ids";
import { log } from "@/lib/base/log";
import { remindApprovers } from "@/lib/orders/reminders";
import { sweepTasks } from "@/lib/orders/sweep-tasks";
import { listOrganisations } from "@/lib/people/organisations";
import { sweepDue } from "@/lib/tickets/sweep-due";
import { portalContext } from "./portal-context";
import { sweepLetters } from "./sweep-letters";
import type { WorkerLives } from "./worker-lives";

const everyMs = 2000;

const shared: { sweepNow: (() => void) | null } = { sweepNow: null };

/** The demo clock moved: what became due runs at once. */
export function sweepSoon(): void {
  shared.sweepNow?.();
}

/**
 * What the portal's clock brings about: a round over every organisation every other second, never two at once. Each round finds what
 * is due by indexed columns and claims it row by row, so several workers do each thing once.
 */
export function startTimetable(lives: WorkerLives): () => Promise<void> {
  let isStopped = false;
  let wake = () => {};
  shared.sweepNow = () => wake();
  const rounds = (async () => {
    while (!isStopped) {
      await round(lives);
      await new Promise<void>((done) => {
        const timer = setTimeout(done, everyMs);
        wake = () => {
          clearTimeout(timer);
          done();
        };
      });
    }
  })();
  return async () => {
    isStopped = true;
    wake();
    await rounds;
  };
}

async function round(lives: WorkerLives): Promise<void> {
  try {
    await lives.unlockDead();
    for (const organisation of await listOrganisations()) {
      const ctx = portalContext(organisation, newId());
      await sweepDue(ctx);
      await remindApprovers(ctx);
      await sweepTasks(ctx, lives.isDead);
      await sweepLetters(ctx, lives.isDead);
    }
  } catch (fault) {
    log().error({ err: fault }, "a round of the timetable failed; the next one tries again");
  }
}
