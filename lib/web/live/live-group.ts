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
type Group = {
  watchers: Set<Watcher>;
  /** Those on their way in: while there are any the group does not end. */
  joining: number;
  /** Who has not been told yet who is where. */
  fresh: Set<Watcher>;
  /** The tickets whose presence is asked for in the next turn. */
  asked: Set<string>;
  /** When it is asked for again by itself, by ticket: whoever has not been heard of by then is gone. */
  later: Map<string, NodeJS.Timeout>;
  wake: () => void;
  /** One for all of the group: who leaves it must not take the others' ear along. */
  following: Promise<() => void>;
  end: () => void;
};

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
  const endIfEmpty = () => {
    if (group.watchers.size + group.joining === 0) group.end();
  };
  group.joining += 1;
  try {
    await group.following;
    await tellChanges([watcher]);
    // Also where nothing has changed: a stream that drops before its first event must know where it began.
    watcher.tell({ id: String(watcher.cursor) });
    group.watchers.add(watcher);
    group.fresh.add(watcher);
  } finally {
    group.joining -= 1;
    endIfEmpty();
  }
  group.wake();
  return () => {
    group.watchers.delete(watcher);
    group.fresh.delete(watcher);
    endIfEmpty();
  };
}

function newGroup(id: string): Group {
  const failed = (fault: unknown) => log().error({ fault: String(fault) }, "live events are late");
  const turn = collector(collectMs, () => tellAll(group), failed);
  const hear: Heard = (signal) => {
    if (signal?.kind === "presence") group.asked.add(signal.id);
    else if (!signal) for (const watcher of group.watchers) group.fresh.add(watcher);
    turn.wake();
  };
  const following = followSignals(id, hear);
  const end = () => {
    turn.stop();
    for (const timer of group.later.values()) clearTimeout(timer);
    if (groups.value.get(id) === group) groups.value.delete(id);
    following.then((stop) => stop()).catch(() => {});
  };
  const group: Group = {
    ...{ watchers: new Set(), joining: 0, fresh: new Set(), asked: new Set(), later: new Map() },
    ...{ wake: turn.wake, following, end },
  };
  groups.value.set(id, group);
  return group;
}

/** One turn: what is asked for while it lasts belongs to the next; what a failed one has not told, too. */
async function tellAll(group: Group): Promise<void> {
  const due = [...group.asked];
  const fresh = [...group.fresh];
  group.asked.clear();
  group.fresh.clear();
  try {
    for (const some of chunks([...group.watchers])) {
      await tellChanges(some);
      if (due.length > 0) await tellWhoIsThere(group, some, due);
    }
    for (const some of chunks(fresh)) await tellWhoIsThere(group, some, null);
  } catch (fault) {
    for (const ticketId of due) group.asked.add(ticketId);
    for (const watcher of fresh) if (group.watchers.has(watcher)) group.fresh.add(watcher);
    throw fault;
  }
}

async function tellWhoIsThere(group: Group, some: Some, ticketIds: readonly string[] | null): Promise<void> {
  const [first, ...rest] = some;
  for (const each of await listPresent([first.ctx, ...rest.map(({ ctx }) => ctx)], ticketIds)) {
    tellPresent(some, each);
    askLater(group, each);
  }
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
function tellPresent(some: Some, present: Present): void {
  const { reference, mayKnow } = present;
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
}

function askLater(group: Group, { ticketId, seenAt }: Present): void {
  clearTimeout(group.later.get(ticketId));
  group.later.delete(ticketId);
  if (!seenAt) return;
  const ms = Math.max(0, seenAt.getTime() + forgottenAfterMs - systemNow().getTime()) + 100;
  const timer = setTimeout(() => {
    group.later.delete(ticketId);
    group.asked.add(ticketId);
    group.wake();
  }, ms);
  timer.unref();
  group.later.set(ticketId, timer);
}
