import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { makePerson, type UnitRow } from "@/db/factories";
import { queueMembers } from "@/db/schema/desk";
import { history } from "@/db/schema/history";
import { units } from "@/db/schema/people";
import { comments, queues } from "@/db/schema/tickets";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { DomainError, RuleBroken, VersionMismatch } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { assignTicket } from "./assign-ticket";
import { nearestDue, readClock } from "./clock";
import { pauseTicket } from "./pause-ticket";
import { getTicket } from "./queries";
import { resolveTicket } from "./resolve-ticket";
import { resumeTicket } from "./resume-ticket";
import { TransferTicket } from "./schema";
import { transferTicket } from "./transfer-ticket";
import { writeComment } from "./write-comment";

const howMany = 50;
let world: World;
let agents: Context[];

beforeAll(async () => {
  world = await makeWorld();
  const portal = world.portal();
  const { organisation, now: at } = portal;
  const addresses = Array.from({ length: howMany }, (_, n) => `agent${n}`);
  await inTransaction(portal, async (tx) => {
    const [root] = (await tx.select().from(units).where(eq(units.slug, world.slug))) as UnitRow[];
    const lines = await tx.select().from(queues).where(eq(queues.organisationId, organisation.id));
    if (!root) throw new Error("a world without a root");
    for (const who of addresses) {
      const words = { email: `${who}@${world.slug}.example`, name: `Handläggare ${who}`, unit: root, at };
      const person = await makePerson(tx, organisation, { ...words, roles: [["first_line", root]] });
      const own = { organisationId: organisation.id, personId: person.id, createdAt: at };
      await tx.insert(queueMembers).values(lines.map((queue) => ({ ...own, id: newId(), queueId: queue.id })));
    }
  });
  agents = await Promise.all(addresses.map((who) => world.as(who)));
});

type Attempt = { event: string; act: (ctx: Context) => Promise<unknown> };
type Done = { request: string; event: string; fault: unknown };

/** All at once, each with a request of its own, by which history knows it again. */
async function race(name: string, attempts: Attempt[]): Promise<Done[]> {
  const asked = attempts.map(async ({ event, act }, n): Promise<Done> => {
    const agent = agents[n % agents.length] as Context;
    const request = `${name}-${n}`;
    return act({ ...agent, request }).then(
      () => ({ request, event, fault: null }),
      (fault: unknown) => ({ request, event, fault }),
    );
  });
  return Promise.all(asked);
}

/** Each acknowledged act stands in history once, and of a refused one nothing does. */
async function checkHistory(reference: string, done: Done[]): Promise<void> {
  for (const { fault } of done) if (fault !== null) expect(fault).toBeInstanceOf(DomainError);
  const rows = await read(world.portal(), (tx) =>
    tx
      .select({ event: history.event, request: history.request, reference: history.objectId })
      .from(history)
      .where(
        inArray(
          history.request,
          done.map(({ request }) => request),
        ),
      ),
  );
  const acknowledged = done.filter(({ fault }) => fault === null);
  const expected = acknowledged.map(({ event, request }) => `${reference} ${request} ${event}`);
  expect(rows.map((row) => `${row.reference} ${row.request} ${row.event}`).sort()).toEqual(expected.sort());
}

/** What is stored is what the events say. */
async function checkClock(reference: string): Promise<number> {
  const { ticket } = await getTicket(world.portal(), reference);
  const clock = await read(world.portal(), (tx) => readClock(world.portal(), tx, ticket));
  expect(ticket.dueAt).toEqual(nearestDue(clock));
  const pauses = clock.events.filter(({ kind }) => kind === "paused").length;
  const resumptions = clock.events.filter(({ kind }) => kind === "resumed").length;
  // Resolved from a pause, the wait ends with the clock and not with an event of its own.
  expect(ticket.status === "resolved" ? [0, 1] : [ticket.status === "paused" ? 1 : 0]).toContain(pauses - resumptions);
  return ticket.version;
}

const own = (ctx: Context) => (ctx.actor.kind === "person" ? ctx.actor.email : "");
const outcomes = (done: Done[]) => done.filter(({ fault }) => fault === null).length;
const reviewAt = new Date("2026-12-21T08:00:00+01:00");

describe(`${howMany} agents on one ticket at the same moment`, () => {
  it("take it with the same If-Match: one has it, the others hear that it changed", async () => {
    const reference = await faultIn(world);
    const { version } = (await getTicket(world.portal(), reference)).ticket;
    const attempt = {
      event: "tickets.assigned",
      act: (ctx: Context) => assignTicket(ctx, { reference, version, assignee: own(ctx) }),
    };
    const done = await race("take", Array(howMany).fill(attempt));
    expect(outcomes(done)).toBe(1);
    expect(done.filter(({ fault }) => fault instanceof VersionMismatch)).toHaveLength(howMany - 1);
    await checkHistory(reference, done);
    const winner = done.findIndex(({ fault }) => fault === null);
    expect((await getTicket(world.portal(), reference)).assignee).toBe(own(agents[winner] as Context));
    expect(await checkClock(reference)).toBe(version + 1);
  });

  it("resolve it: one does", async () => {
    const reference = await faultIn(world);
    const act = (ctx: Context) => resolveTicket(ctx, { reference, resolution: `Löst av ${own(ctx)}`, code: "fixed" });
    const done = await race("resolve", Array(howMany).fill({ event: "tickets.resolved", act }));
    expect(outcomes(done)).toBe(1);
    expect(done.filter(({ fault }) => fault instanceof RuleBroken)).toHaveLength(howMany - 1);
    await checkHistory(reference, done);
    const winner = done.findIndex(({ fault }) => fault === null);
    const { ticket } = await getTicket(world.portal(), reference);
    expect(ticket.resolution).toBe(`Löst av ${own(agents[winner] as Context)}`);
    await checkClock(reference);
  });

  it("reply: no word is lost, and only the first answer stops the wait for one", async () => {
    const reference = await faultIn(world);
    const act = (ctx: Context) => writeComment(ctx, { reference, body: `Svar ${ctx.request}`, visibility: "public" });
    const done = await race("reply", Array(howMany).fill({ event: "tickets.commented", act }));
    expect(outcomes(done)).toBe(howMany);
    await checkHistory(reference, done);
    const { ticket, clocks } = await getTicket(world.portal(), reference);
    const written = await read(world.portal(), (tx) =>
      tx.select().from(comments).where(eq(comments.ticketId, ticket.id)),
    );
    expect(written.map(({ body }) => body).sort()).toEqual(done.map(({ request }) => `Svar ${request}`).sort());
    expect(clocks.filter(({ target }) => target === "response")).toHaveLength(1);
    await checkClock(reference);
  });

  it.each([1, 2, 3, 4])(
    "do everything at once (round %i): each acknowledged act is kept once, the version only grows",
    async (round) => {
      const reference = await faultIn(world);
      const before = (await getTicket(world.portal(), reference)).ticket.version;
      const note = "Kvar att se på";
      const kinds: Attempt[] = [
        { event: "tickets.assigned", act: (ctx) => assignTicket(ctx, { reference, assignee: own(ctx) }) },
        {
          event: "tickets.commented",
          act: (ctx) => writeComment(ctx, { reference, body: `Svar ${ctx.request}`, visibility: "public" }),
        },
        {
          event: "tickets.commented",
          act: (ctx) => writeComment(ctx, { reference, body: `Not ${ctx.request}`, visibility: "internal" }),
        },
        ...([1, 2, 3] as const).map((line) => ({
          event: "tickets.transferred",
          act: (ctx: Context) =>
            transferTicket(ctx, { reference, ...TransferTicket.parse({ line, reason: "Djupare", note }) }),
        })),
        {
          event: "tickets.paused",
          act: (ctx) => pauseTicket(ctx, { reference, reason: "Väntar", waitingFor: "requester", reviewAt }),
        },
        { event: "tickets.resumed", act: (ctx) => resumeTicket(ctx, { reference }) },
        {
          event: "tickets.resolved",
          act: (ctx) => resolveTicket(ctx, { reference, resolution: "Klart", code: "fixed" }),
        },
      ];
      // Another order each round; resolving comes last, so that most of it happens to an open ticket.
      const attempts = Array.from(
        { length: howMany - 5 },
        (_, n) => kinds[(n * (2 * round + 1) + round) % (kinds.length - 1)] as Attempt,
      );
      const seen: number[] = [];
      let isOver = false;
      const watch = (async () => {
        while (!isOver) seen.push((await getTicket(world.portal(), reference)).ticket.version);
      })();
      const done = await race(`all-${round}`, [...attempts, ...Array<Attempt>(5).fill(kinds.at(-1) as Attempt)]);
      isOver = true;
      await watch;
      await checkHistory(reference, done);
      expect(done.filter(({ event, fault }) => event === "tickets.resolved" && fault === null)).toHaveLength(1);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      const after = await checkClock(reference);
      expect(after - before).toBeGreaterThanOrEqual(outcomes(done));
      const { ticket } = await getTicket(world.portal(), reference);
      const written = await read(world.portal(), (tx) =>
        tx
          .select()
          .from(comments)
          .where(and(eq(comments.ticketId, ticket.id), eq(comments.organisationId, ticket.organisationId))),
      );
      expect(written).toHaveLength(
        done.filter(({ event, fault }) => event === "tickets.commented" && fault === null).length,
      );
      process.stdout.write(`race ${round}: ${outcomes(done)} of ${done.length} acknowledged, each once in history\n`);
    },
  );
});
