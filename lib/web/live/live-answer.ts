import { now } from "@/lib/base/clock";
import type { Context } from "@/lib/base/context";
import { processWide } from "@/lib/base/process-wide";
import { liveNow } from "@/lib/desk/changed-tickets";
import { type EventStream, eventStream } from "@/lib/live/event-stream";
import { findSession } from "@/lib/people/find-session";
import { sessionCookie } from "../cookies";
import { domainErrorOf } from "../failure";
import { joinLive, type Watcher, watcherOf } from "./live-group";

/** A page that nobody touches must not keep its session alive: nothing here counts as use. */
const asItself = { isUse: false };

const beatMs = 20_000;
/** As many bytes wait for a reader at most: some four thousand events. */
const mostBytes = 256 * 1024;
/** A browser opens one for all its pages, and one a page where it cannot share. */
const mostOfPerson = 20;

type Streams = { open: Map<EventStream, string>; isEnding: boolean };

const streams = processWide<Streams>("liveStreams", () => ({ open: new Map(), isEnding: false }));

/**
 * `GET /api/live`: what changes, as server-sent events, for whoever is signed in. It ends when the session does or the person is shut
 * out, at most `recheckMs` later; a right that is lost is lost as soon. `Last-Event-ID`, or `?since=`, says where to go on.
 */
export async function liveAnswer(request: Request, { recheckMs = 25_000 } = {}): Promise<Response> {
  const token = tokenIn(request);
  const ctx = token ? await contextOf(token, request) : null;
  if (!token || ctx?.actor.kind !== "person") return new Response(null, { status: 401 });
  const { personId } = ctx.actor;
  const ofPerson = [...streams.value.open.values()].filter((each) => each === personId).length;
  if (streams.value.isEnding) return new Response(null, { status: 503, headers: { "retry-after": "5" } });
  if (ofPerson >= mostOfPerson) return new Response(null, { status: 429, headers: { "retry-after": "60" } });
  const ends: (() => void)[] = [];
  const stream = eventStream({
    mostBytes,
    ended: () => {
      streams.value.open.delete(stream);
      for (const end of ends) end();
    },
  });
  streams.value.open.set(stream, personId);
  // Those who lose a server at once do not all come back at once.
  stream.send({ retryMs: 1_000 + Math.round(Math.random() * 3_000) });
  try {
    const watcher = watcherOf(ctx, cursorIn(request) ?? (await liveNow(ctx)), (event) => void stream.send(event));
    ends.push(await joinLive(watcher));
    ends.push(beat(stream, watcher));
    ends.push(recheck(stream, watcher, { token, request, recheckMs }));
  } catch (fault) {
    stream.end();
    domainErrorOf(fault, request.headers.get("x-request-id") ?? "none");
    return new Response(null, { status: 503, headers: { "retry-after": "5" } });
  }
  request.signal.addEventListener("abort", stream.end);
  if (request.signal.aborted || !streams.value.open.has(stream)) for (const end of ends) end();
  return new Response(stream.body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      // A proxy that gathers an answer before it passes it on would hold these for ever.
      "x-accel-buffering": "no",
    },
  });
}

/** The process is asked to stop: every stream ends, and no new one begins. Browsers come back to whoever answers then. */
export function endLiveStreams(): void {
  streams.value.isEnding = true;
  for (const stream of [...streams.value.open.keys()]) stream.end();
}

function beat(stream: EventStream, watcher: Watcher): () => void {
  const timer = setInterval(() => stream.send({ id: String(watcher.cursor ?? 0) }), beatMs);
  timer.unref();
  return () => clearInterval(timer);
}

type Recheck = { token: string; request: Request; recheckMs: number };

function recheck(stream: EventStream, watcher: Watcher, { token, request, recheckMs }: Recheck): () => void {
  const timer = setInterval(async () => {
    const ctx = await contextOf(token, request).catch(() => "unknown" as const);
    // The database is away: what was true stands for a while, and nothing can be told meanwhile anyway.
    if (ctx === "unknown") return;
    if (ctx === null) stream.end();
    else watcher.ctx = ctx;
  }, recheckMs);
  timer.unref();
  return () => clearInterval(timer);
}

async function contextOf(token: string, request: Request): Promise<Context | null> {
  const signedIn = await findSession(token, undefined, asItself);
  if (!signedIn) return null;
  const { organisation, person, language } = signedIn;
  return { organisation, actor: person, now: now(), language, request: request.headers.get("x-request-id") ?? "live" };
}

/** Who asks, by the session cookie; null when nobody is signed in. Not counted as use. */
export async function personOfRequest(request: Request): Promise<Context | null> {
  const token = tokenIn(request);
  return token ? contextOf(token, request) : null;
}

function tokenIn(request: Request): string | null {
  const sent = request.headers.get("cookie") ?? "";
  const pair = sent.split(/;\s*/).find((each) => each.startsWith(`${sessionCookie.name}=`));
  return pair ? decodeURIComponent(pair.slice(sessionCookie.name.length + 1)) : null;
}

function cursorIn(request: Request): number | null {
  const sent = request.headers.get("last-event-id") || new URL(request.url).searchParams.get("since") || "";
  return /^\d{1,15}$/.test(sent) ? Number(sent) : null;
}
