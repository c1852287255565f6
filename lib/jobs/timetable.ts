import { sweepAttachments } from "@/lib/attachments/sweep-attachments";
import { systemNow } from "@/lib/base/clock";
import type { Context, Organisation } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { log } from "@/lib/base/log";
import { sweepDisruptions } from "@/lib/disruptions/sweep-disruptions";
import { tellOrphans } from "@/lib/escalation/tell-orphans";
import { sendCanary } from "@/lib/intake/send-canary";
import { remindApprovers } from "@/lib/orders/reminders";
import { sweepTasks } from "@/lib/orders/sweep-tasks";
import { listOrganisations } from "@/lib/people/organisations";
import { sweepDue } from "@/lib/tickets/sweep-due";
import { sweepDeliveries } from "@/lib/webhooks/sweep-deliveries";
import { portalContext } from "./portal-context";
import { purgeOutlived } from "./purge-outlived";
import { sweepLetters } from "./sweep-letters";
import type { WorkerLives } from "./worker-lives";

const everyMs = 2000;
const dayMs = 86_400_000;
const hourMs = 3_600_000;

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
  const purgeDaily = daily();
  const checkHourly = hourly();
  let wake = () => {};
  shared.sweepNow = () => wake();
  const rounds = (async () => {
    while (!isStopped) {
      await round(lives, purgeDaily, checkHourly);
      // Stopped meanwhile, there is nothing to wake it any more.
      if (isStopped) return;
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

/**
 * Once a day by the machine's clock, and once when the worker starts: lifetimes of secrets follow that clock. A round takes one batch
 * of each kind, so that a backlog keeps no timer waiting.
 */
export function daily(): (organisations: readonly Organisation[]) => Promise<void> {
  let nextAt = 0;
  return async (organisations) => {
    const at = systemNow();
    if (at.getTime() < nextAt) return;
    let hasMore = false;
    for (const organisation of organisations) {
      const isLeft = await purgeOutlived(portalContext(organisation, newId()), at);
      hasMore ||= isLeft;
    }
    if (!hasMore) nextAt = at.getTime() + dayMs;
  };
}

/** Once in each hour of the portal's clock, for each organisation: what has no instant of its own to be found by. */
export function hourly(): (ctx: Context) => Promise<void> {
  const checked = new Map<string, number>();
  return async (ctx) => {
    const hour = Math.floor(ctx.now.getTime() / hourMs);
    if (checked.get(ctx.organisation.id) === hour) return;
    await tellOrphans(ctx);
    checked.set(ctx.organisation.id, hour);
  };
}

/** What one act, or one organisation, cannot do holds up no other. */
const late = (fault: unknown) =>
  log().error({ err: fault }, "a round of the timetable failed; the next one tries again");

async function round(
  lives: WorkerLives,
  purgeDaily: ReturnType<typeof daily>,
  checkHourly: ReturnType<typeof hourly>,
): Promise<void> {
  try {
    await lives.unlockDead();
    const organisations = await listOrganisations();
    for (const organisation of organisations) {
      const ctx = portalContext(organisation, newId());
      const acts = [
        () => sweepDue(ctx),
        () => sweepDisruptions(ctx),
        () => remindApprovers(ctx),
        () => sweepTasks(ctx, lives.isDead),
        () => sendCanary(ctx),
        () => sweepLetters(ctx, lives.isDead),
        () => sweepAttachments(ctx),
        () => sweepDeliveries(ctx, lives.isDead),
        () => checkHourly(ctx),
      ];
      for (const act of acts) await act().catch(late);
    }
    await purgeDaily(organisations);
  } catch (fault) {
    late(fault);
  }
}
