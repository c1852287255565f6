import { systemNow } from "@/lib/base/clock";
import type { Context } from "@/lib/base/context";
import { log } from "@/lib/base/log";
import { processWide } from "@/lib/base/process-wide";
import { changedTickets } from "@/lib/desk/changed-tickets";
import { forgottenAfterMs, listPresent, type Present } from "@/lib/desk/presence";
import { collector } from "@/lib/live/collector";
import type { StreamEvent } from "@/lib/live/event-stream";
import { followSignals, type Heard } from "@/lib/live/signals";

/** One open stream. `ctx` is renewed while it lasts; `cursor` is the transaction from which it has not been told. */
export type Watcher = {
  ctx: Context;
  cursor: number;
  tell: (event: StreamEvent) => void;
  /** What it was told since, by ticket: what is still under way comes again. */
  told: Map<string, number>;
  /** Who it was told is on which ticket. */
  present: Map<string, string>;
};

/** The streams of one organisation, asked for together. */
type Group = { watchers: Set<Watcher>; hear: Heard; presence: Map<string, NodeJS.Timeout | null>; end: () => void };

const collectMs = 50;
/** So many people are asked for in one statement. */
const atOnce = 100;

const groups = processWide("liveGroups", () => new Map<string, Group>());

export const watcherOf = (ctx: Context, cursor: number, tell: Watcher["tell"]): Watcher => {
  return { ctx, cursor, tell, told: new Map(), present: new Map() };
};

/** Tells the watcher what it has missed, then everything as it happens; answers how to leave. */
export async function joinLive(watcher: Watcher): Promise<() => void> {
  const { id } = watcher.ctx.organisation;
  const group = groups.value.get(id) ?? newGroup(id);
  const stop = await followSignals(id, group.hear);
  const leave = () => {
    stop();
    group.watchers.delete(watcher);
    if (group.watchers.size === 0) group.end();
  };
  try {
    await tellChanges([watcher]);
    // Also where nothing has changed: a stream that drops before its first event must know where it began.
    watcher.tell({ id: String(watcher.cursor) });
    const here = await listPresent([watcher.ctx], null);
    for (const each of here) await tellPresent(group, [watcher], each);
  } catch (fault) {
    leave();
    throw fault;
  }
  group.watchers.add(watcher);
  group.hear(null);
  return leave;
}

function newGroup(id: string): Group {
  const watchers: Group["watchers"] = new Set();
  const presence: Group["presence"] = new Map();
  const failed = (fault: unknown) => log().error({ fault: String(fault) }, "live events are late");
  const turn = collector(
    collectMs,
    async () => {
      const due = [...presence].filter(([, timer]) => timer === null).map(([ticketId]) => ticketId);
      for (const some of chunks([...watchers])) {
        await tellChanges(some);
        if (due.length === 0) continue;
        const [first, ...rest] = some;
        for (const each of await listPresent([first.ctx, ...rest.map(({ ctx }) => ctx)], due)) {
          await tellPresent(group, some, each);
        }
      }
      for (const ticketId of due) if (presence.get(ticketId) === null) presence.delete(ticketId);
    },
    failed,
  );
  const hear: Heard = (signal) => {
    if (signal?.kind === "presence") askAgain(presence, signal.id);
    turn.wake();
  };
  const end = () => {
    turn.stop();
    for (const timer of presence.values()) if (timer) clearTimeout(timer);
    if (groups.value.get(id) === group) groups.value.delete(id);
  };
  const group: Group = { watchers, hear, presence, end };
  groups.value.set(id, group);
  return group;
}

function askAgain(presence: Group["presence"], ticketId: string): void {
  const timer = presence.get(ticketId);
  if (timer) clearTimeout(timer);
  presence.set(ticketId, null);
}

type Some = [Watcher, ...Watcher[]];

function chunks(all: Watcher[]): Some[] {
  const found: Some[] = [];
  for (let n = 0; n < all.length; n += atOnce) found.push(all.slice(n, n + atOnce) as Some);
  return found;
}

/** Each person is asked for once, however many streams they have with the same rights. */
async function tellChanges(some: Some): Promise<void> {
  const persons = new Map<string, Context>();
  const keyOf = ({ ctx: { actor } }: Watcher) =>
    actor.kind === "person" ? JSON.stringify([actor.personId, actor.grants]) : actor.kind;
  for (const watcher of some) persons.set(keyOf(watcher), watcher.ctx);
  const since = Math.min(...some.map(({ cursor }) => cursor));
  const { until, tickets, isTooMuch } = await changedTickets([...persons.values()] as [Context, ...Context[]], since);
  const places = [...persons.keys()];
  for (const watcher of some) {
    const place = places.indexOf(keyOf(watcher));
    const from = watcher.cursor;
    if (isTooMuch || from > until) watcher.tell({ event: "resync" });
    else for (const ticket of tickets) if (ticket.mayRead[place]) tellTicket(watcher, ticket);
    for (const [id, changedIn] of watcher.told) if (changedIn < until) watcher.told.delete(id);
    watcher.cursor = until;
    if (from !== until) watcher.tell({ id: String(until) });
  }
}

type Told = { id: string; reference: string; version: number; openedIn: number; changedIn: number };

function tellTicket(watcher: Watcher, { id, reference, version, openedIn, changedIn }: Told): void {
  if (changedIn < watcher.cursor || watcher.told.get(id) === changedIn) return;
  const isNew = openedIn >= watcher.cursor && !watcher.told.has(id);
  watcher.told.set(id, changedIn);
  watcher.tell({ event: "ticket", data: { reference, version, isNew } });
}

/** Who is there is told where it differs from what was told; whoever may no longer know is told that nobody is. */
async function tellPresent(group: Group, some: readonly Watcher[], present: Present): Promise<void> {
  const { ticketId, reference, mayKnow, seenAt } = present;
  some.forEach((watcher, place) => {
    const { actor } = watcher.ctx;
    const me = actor.kind === "person" ? actor.personId : "";
    const others = present.persons.filter(({ personId }) => personId !== me);
    const persons = mayKnow[place] ? others.map(({ name, isWriting }) => ({ name, isWriting })) : [];
    const words = JSON.stringify(persons);
    if ((watcher.present.get(reference) ?? "[]") === words) return;
    watcher.present.set(reference, words);
    watcher.tell({ event: "presence", data: { reference, persons } });
  });
  if (seenAt) forgetLater(group, ticketId, seenAt);
}

function forgetLater(group: Group, ticketId: string, seenAt: Date): void {
  const before = group.presence.get(ticketId);
  if (before) clearTimeout(before);
  const ms = Math.max(0, seenAt.getTime() + forgottenAfterMs - systemNow().getTime()) + 100;
  const timer = setTimeout(() => {
    group.presence.set(ticketId, null);
    group.hear(null);
  }, ms);
  timer.unref();
  group.presence.set(ticketId, timer);
}
