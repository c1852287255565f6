"use client";

import { routes } from "@/lib/base/routes";

export type LiveTicket = { reference: string; version: number; isNew: boolean };
export type LivePresence = { reference: string; persons: { name: string; isWriting: boolean }[] };

/** `resync`: too much has changed to be told one by one; the page is read anew. The same ticket may be told twice: compare versions. */
export type LiveEvent =
  | { kind: "ticket"; detail: LiveTicket }
  | { kind: "presence"; detail: LivePresence }
  | { kind: "resync"; detail: null };

type Message = LiveEvent & { id: string };

const kinds = ["ticket", "presence", "resync"] as const;
const listeners = new Set<(event: LiveEvent) => void>();
/** The last of each kind for each ticket, for pages that open later. */
const recent = new Map<string, Message>();
const mostRecent = 200;
const retryMs = 30_000;

let lastId = "";
let close: (() => void) | null = null;

/**
 * Hears what changes, and tells it on the document as `live:ticket`, `live:presence` and `live:resync` too. The pages of one browser
 * share one stream: the one that holds the lock has it and passes it on, and when it is closed another takes over. Answers how to stop.
 */
export function subscribe(listener: (event: LiveEvent) => void = () => {}): () => void {
  listeners.add(listener);
  close ??= open();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    close?.();
    close = null;
  };
}

function open(): () => void {
  const { live = "", liveSince = "" } = document.querySelector<HTMLElement>("[data-live]")?.dataset ?? {};
  // Bound to the person: after a change of who is signed in no page hears the stream of the one before.
  const name = `live:${live}`;
  lastId ||= liveSince;
  if (!("locks" in navigator) || !("BroadcastChannel" in window)) return stream(take);
  const channel = new BroadcastChannel(name);
  const end = new AbortController();
  let isLeader = false;
  channel.onmessage = ({ data }: MessageEvent<Message | "hello">) => {
    if (data !== "hello") take(data);
    else if (isLeader) for (const message of recent.values()) channel.postMessage(message);
  };
  channel.postMessage("hello");
  const lead = () => {
    isLeader = true;
    const stop = stream((message) => {
      take(message);
      channel.postMessage(message);
    });
    return new Promise<void>((done) => {
      const leave = () => {
        stop();
        done();
      };
      if (end.signal.aborted) leave();
      else end.signal.addEventListener("abort", leave);
    });
  };
  // Aborted while it waits for the lock: another page had it all the time.
  navigator.locks.request(name, { signal: end.signal }, lead).catch(() => {});
  return () => {
    end.abort();
    channel.close();
  };
}

/** The browser's own stream resumes by itself; where the server refused it, it is tried again after a while. */
function stream(heard: (message: Message) => void): () => void {
  let timer = 0;
  let source: EventSource;
  const begin = () => {
    source = new EventSource(`${routes.api.live()}${lastId ? `?since=${lastId}` : ""}`);
    for (const kind of kinds) {
      source.addEventListener(kind, ({ data, lastEventId }: MessageEvent<string>) => {
        heard({ kind, detail: kind === "resync" ? null : JSON.parse(data), id: lastEventId } as Message);
      });
    }
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) timer = window.setTimeout(begin, retryMs);
    };
  };
  begin();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

function take(message: Message): void {
  const { kind, detail, id } = message;
  if (id) lastId = id;
  const key = `${kind} ${detail?.reference ?? ""}`;
  recent.delete(key);
  recent.set(key, message);
  for (const [oldest] of recent) {
    if (recent.size <= mostRecent) break;
    recent.delete(oldest);
  }
  document.dispatchEvent(new CustomEvent(`live:${kind}`, { detail }));
  for (const listener of listeners) listener({ kind, detail } as LiveEvent);
}
