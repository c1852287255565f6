import { routes } from "@/lib/base/routes";
import type { Agent } from "./asks";

/** How long it takes, in milliseconds, from the beginning of each change until another agent's stream tells of it. */
export async function measureLive(
  url: string,
  { cookie }: Agent,
  references: readonly string[],
  change: (reference: string) => Promise<void>,
): Promise<{ median: number; longest: number }> {
  const stop = new AbortController();
  const stream = await fetch(url + routes.api.live(), { headers: { cookie }, signal: stop.signal });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (stream.status !== 200 || !reader) throw new Error(`the live stream answered ${stream.status}`);
  const awaited = new Map<string, () => void>();
  const listening = (async () => {
    for (;;) {
      const { value = "", done } = await reader.read().catch(() => ({ value: "", done: true }));
      if (done) return;
      for (const [reference] of value.matchAll(/\d{3}-\d{4}/g)) awaited.get(reference)?.();
    }
  })();
  const took: number[] = [];
  for (const reference of references) {
    const told = new Promise<void>((done) => awaited.set(reference, done));
    const from = performance.now();
    await change(reference);
    await told;
    took.push(performance.now() - from);
  }
  stop.abort();
  await listening;
  took.sort((a, b) => a - b);
  return { median: took[Math.floor(took.length / 2)] ?? 0, longest: took.at(-1) ?? 0 };
}
