import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds by the clock, and of CPU: of the process that answers, and of the database's processes. */
export type Measured = { name: string; median: number; p95: number; cpu: number; databaseCpu: number };

export type Watched = { server: number; postmaster: number };

const atOnce = Number(process.env.BENCH_AT_ONCE ?? 4);
const tickMs = 10;

/** Asks `times` times, a few at once, after a tenth as many for warming up. `ask` throws when the answer is not the one hoped for. */
export async function measure(
  name: string,
  { server, postmaster }: Watched,
  times: number,
  ask: (n: number) => Promise<void>,
): Promise<Measured> {
  await all(Math.ceil(times / 10), (n) => ask(n + times));
  const before = [cpuOf([server]), cpuOf(familyOf(postmaster))] as const;
  const took: number[] = [];
  await all(times, async (n) => {
    const from = performance.now();
    await ask(n);
    took.push(performance.now() - from);
  });
  const [cpu, databaseCpu] = [cpuOf([server]) - before[0], cpuOf(familyOf(postmaster)) - before[1]];
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(share * (took.length - 1))] ?? 0;
  return { name, median: at(0.5), p95: at(0.95), cpu: cpu / times, databaseCpu: databaseCpu / times };
}

async function all(times: number, act: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < times) await act(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

/** proc(5): user and system time in ticks, counted after the name, which may hold spaces. */
function cpuOf(processes: number[]): number {
  const ticks = processes.flatMap((pid) => statOf(pid)?.slice(11, 13) ?? []);
  return ticks.reduce((sum, each) => sum + Number(each), 0) * tickMs;
}

function familyOf(parent: number): number[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((pid) => pid === parent || statOf(pid)?.[1] === String(parent));
}

function statOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
  } catch {
    return undefined;
  }
}
