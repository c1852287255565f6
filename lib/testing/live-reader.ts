import { systemNow } from "@/lib/base/clock";
import type { Context } from "@/lib/base/context";
import { personOf } from "@/lib/base/may";
import { startSession } from "@/lib/people/start-session";
import { liveAnswer } from "@/lib/web/live/live-answer";

export type Seen = { event: string; data: Record<string, unknown>; at: number };

export type LiveReader = {
  status: number;
  seen: Seen[];
  lastId: () => string;
  isOver: () => boolean;
  /** Waits until this holds of what was seen. */
  until: (holds: (seen: Seen[]) => boolean, ms?: number) => Promise<void>;
  tickets: () => string[];
  leave: () => void;
};

/** A session of this person's own, as its cookie. */
export async function cookieOf(ctx: Context): Promise<string> {
  const { token } = await startSession(ctx, { personId: personOf(ctx).personId });
  return `__Host-session=${token}`;
}

/** Reads /api/live as a browser does. */
export async function readLive(
  cookie: string,
  { lastId = "", recheckMs = 25_000 }: { lastId?: string; recheckMs?: number } = {},
): Promise<LiveReader> {
  const gone = new AbortController();
  const headers = { cookie, ...(lastId ? { "last-event-id": lastId } : {}) };
  const request = new Request("http://portal.example/api/live", { headers, signal: gone.signal });
  const answer = await liveAnswer(request, { recheckMs });
  const seen: Seen[] = [];
  let [id, isOver] = [lastId, answer.body === null];
  const take = (block: string) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
    id = field("id") ?? id;
    const event = field("event");
    if (event) seen.push({ event, data: JSON.parse(field("data") ?? "{}"), at: systemNow().getTime() });
  };
  void pump(answer, take).finally(() => {
    isOver = true;
  });
  return {
    status: answer.status,
    seen,
    lastId: () => id,
    isOver: () => isOver,
    tickets: () => seen.filter(({ event }) => event === "ticket").map(({ data }) => String(data.reference)),
    until: async (holds, ms = 5_000) => {
      const end = performance.now() + ms;
      while (!holds(seen)) {
        if (performance.now() > end) throw new Error(`not seen: ${JSON.stringify(seen.slice(-5))}`);
        await new Promise((done) => setTimeout(done, 5));
      }
    },
    leave: () => gone.abort(),
  };
}

async function pump(answer: Response, take: (block: string) => void): Promise<void> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const part = await reader?.read().catch(() => undefined);
    if (!part || part.done) return;
    const blocks = (rest + part.value).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) take(block);
  }
}
