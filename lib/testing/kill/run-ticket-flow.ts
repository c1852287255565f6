import { and, eq, ne } from "drizzle-orm";
import { letters } from "@/db/schema/history";
import { tickets } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { sweepSoon } from "@/lib/jobs/timetable";
import { startWorker } from "@/lib/jobs/worker";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { closeTicket } from "@/lib/tickets/close-ticket";
import { openTicket } from "@/lib/tickets/open-ticket";
import { pauseTicket } from "@/lib/tickets/pause-ticket";
import { reopenTicket } from "@/lib/tickets/reopen-ticket";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import { resumeTicket } from "@/lib/tickets/resume-ticket";
import { TransferTicket } from "@/lib/tickets/schema";
import { listTicketHistory } from "@/lib/tickets/ticket-history";
import { transferTicket } from "@/lib/tickets/transfer-ticket";
import { writeComment } from "@/lib/tickets/write-comment";
import { faultOf } from "../tickets";
import { setNow, type World } from "../world-of";

export type WantedTicket = { key: string; at: Date };

type Step = { event: string; who: string; act: (ctx: Context, reference: string) => Promise<unknown> };

/** A ticket's whole way, each step with who takes it; an event that comes twice is two steps. */
export const steps: readonly Step[] = [
  {
    ...{ event: "tickets.assigned", who: "first" },
    act: (ctx, reference) => assignTicket(ctx, { reference, assignee: `first@${ctx.organisation.slug}.example` }),
  },
  {
    ...{ event: "tickets.commented", who: "first" },
    act: (ctx, reference) => writeComment(ctx, { reference, body: "Vi ser på det.", visibility: "public" }),
  },
  {
    ...{ event: "tickets.transferred", who: "first" },
    act: (ctx, reference) =>
      transferTicket(ctx, {
        reference,
        ...TransferTicket.parse({ line: 2, reason: "Hör till MDM", note: "Se profilen" }),
      }),
  },
  {
    ...{ event: "tickets.paused", who: "second" },
    act: (ctx, reference) => {
      const reviewAt = new Date(ctx.now.getTime() + 7 * 86_400_000);
      return pauseTicket(ctx, { reference, reason: "Vilken modell?", waitingFor: "requester", reviewAt });
    },
  },
  { event: "tickets.resumed", who: "second", act: (ctx, reference) => resumeTicket(ctx, { reference }) },
  {
    ...{ event: "tickets.resolved", who: "second" },
    act: (ctx, reference) => resolveTicket(ctx, { reference, resolution: "Profilen är tillbaka", code: "fixed" }),
  },
  {
    ...{ event: "tickets.reopened", who: "staff" },
    act: (ctx, reference) => reopenTicket(ctx, { reference, reason: "Felet kom tillbaka" }),
  },
  {
    ...{ event: "tickets.resolved", who: "second" },
    act: (ctx, reference) => resolveTicket(ctx, { reference, resolution: "Ny profil", code: "fixed" }),
  },
  { event: "tickets.closed", who: "staff", act: (ctx, reference) => closeTicket(ctx, { reference }) },
];

/**
 * The whole way of one ticket, as stubborn people go it: each looks how far it has come and does what is next, until every letter is
 * sent. Run again after a crash with the same `key` it goes on, whatever was lost.
 */
export async function runTicketFlow(world: World, { key, at }: WantedTicket, isHurried = false): Promise<string> {
  setNow(at);
  const hurry = isHurried ? setInterval(sweepSoon, 100) : undefined;
  const worker = await startWorker(process.env.DATABASE_URL ?? "", 1);
  try {
    const staff = await world.as("staff", at);
    const reference = (await titled(world, key)) ?? (await openTicket(staff, faultOf({ title: key }))).reference;
    for (const [n, { event, who, act }] of steps.entries()) {
      const times = steps.slice(0, n + 1).filter((step) => step.event === event).length;
      if ((await countOf(world, reference, event)) < times) await act(await world.as(who, at), reference);
    }
    await allSent(world, at);
    return reference;
  } finally {
    clearInterval(hurry);
    await worker.close();
  }
}

async function titled(world: World, title: string): Promise<string | null> {
  const [found] = await read(world.portal(), (tx) =>
    tx.select({ reference: tickets.reference }).from(tickets).where(eq(tickets.title, title)),
  );
  return found?.reference ?? null;
}

async function countOf(world: World, reference: string, event: string): Promise<number> {
  const { items } = await listTicketHistory(world.portal(), reference, { limit: 200 });
  return items.filter((act) => act.event === event).length;
}

/** What comes close upon another letter waits to leave with more: the clock is moved on until all have left. */
async function allSent(world: World, at: Date): Promise<void> {
  const waiting = () =>
    read(world.portal(), (tx) =>
      tx
        .select({
          kind: letters.kind,
          attempts: letters.attempts,
          held: letters.heldBecause,
          at: letters.nextAttemptAt,
        })
        .from(letters)
        .where(and(eq(letters.organisationId, world.portal().organisation.id), ne(letters.status, "sent"))),
    );
  for (let tries = 0; tries < 600; tries++) {
    if ((await waiting()).length === 0) return;
    if (tries >= 20) setNow(new Date(at.getTime() + tries * 2_000));
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`letters were never sent: ${JSON.stringify(await waiting())}`);
}
