import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { letters } from "@/db/schema/history";
import { tickets } from "@/db/schema/tickets";
import { read } from "@/lib/base/context";
import { runTicketFlow, steps } from "@/lib/testing/kill/run-ticket-flow";
import { ownDatabase } from "@/lib/testing/own-database";
import { makeWorld, mondayMorning, type World } from "@/lib/testing/world";
import { nearestDue, readClock } from "@/lib/tickets/clock";
import { listTicketHistory } from "@/lib/tickets/ticket-history";

process.env.SEAL_KEY ??= "a key for these tests, long enough to be one";

const dir = mkdtempSync(join(tmpdir(), "kill-ticket-"));
const program = "node_modules/.cache/kill/ticket-process.mjs";
/** Every n-th boundary; KILL_STRIDE=1 takes them all. */
const stride = Number(process.env.KILL_STRIDE ?? 5);

let world: World;
let drop: () => Promise<void>;
let loaded: ChildProcess | null = null;

beforeAll(async () => {
  await build({
    ...{ entryPoints: ["lib/testing/kill/ticket-process.ts"], outfile: program },
    ...{ bundle: true, packages: "external", platform: "node", format: "esm", logLevel: "warning" },
  });
  drop = (await ownDatabase()).drop;
  Object.assign(process.env, { DEMO: "1", DATA_DIR: dir, LOG_LEVEL: "silent" });
  world = await makeWorld();
});

afterAll(async () => {
  loaded?.kill("SIGKILL");
  await drop();
});

function load(): ChildProcess {
  return fork(program, {
    execArgv: [],
    // Without prepared statements every commit is seen for what it is.
    env: { ...process.env, NODE_OPTIONS: "", DATABASE_URL: `${process.env.DATABASE_URL}?prepare=false` },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

/** Runs the flow in a process that is killed at boundary `at`, if it passes as many. */
function killedAt(key: string, at: number): Promise<boolean> {
  const child = loaded ?? load();
  loaded = load();
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("exit", (code, signal) => {
      if (signal !== "SIGKILL" && code !== 0) failed(new Error(`the flow ended with ${code}`));
      else done(signal === "SIGKILL");
    });
    child.send({ slug: world.slug, key, at: mondayMorning.toISOString(), crashAt: at });
  });
}

it("a ticket's whole way, killed at every step and taken up again, loses nothing and does nothing twice", async () => {
  let killed = 0;
  let at = 1;
  for (let alive = 0; alive < 2; at += stride) {
    const key = `Ärende ${at}`;
    const isKilled = await killedAt(key, at);
    killed += isKilled ? 1 : 0;
    alive = isKilled ? 0 : alive + 1;
    await check(await runTicketFlow(world, { key, at: mondayMorning }, true), key);
  }
  await checkLetters(Math.ceil((at - 1) / stride));
  process.stdout.write(`a ticket: killed at ${killed} of some ${at} steps, 0 lost, 0 done twice\n`);
  expect(killed).toBeGreaterThan(50 / stride);
}, 400_000);

async function check(reference: string, title: string): Promise<void> {
  const portal = world.portal();
  const { items } = await listTicketHistory(portal, reference, { limit: 200 });
  expect(items.map(({ event }) => event)).toEqual(["tickets.opened", ...steps.map(({ event }) => event)]);
  await read(portal, async (tx) => {
    const same = await tx.select().from(tickets).where(eq(tickets.title, title));
    expect(same.map((ticket) => [ticket.reference, ticket.status])).toEqual([[reference, "closed"]]);
    const [ticket] = same;
    if (ticket) expect(ticket.dueAt).toEqual(nearestDue(await readClock(portal, tx, ticket)));
  });
}

/** Each ticket's letters (opened, reply, paused, resolved twice) are said once each: alone, or in one that left with others. */
async function checkLetters(flows: number): Promise<void> {
  const files = readdirSync(join(dir, "mail")).filter((name) => name.endsWith(".eml"));
  const ids = files.map((file) => /^message-id:\s*(\S+)/im.exec(readFileSync(join(dir, "mail", file), "utf8"))?.[1]);
  expect(new Set(ids).size).toBe(files.length);
  const all = await read(world.portal(), (tx) =>
    tx.select({ id: letters.id, status: letters.status, sentWithId: letters.sentWithId }).from(letters),
  );
  expect(all).toHaveLength(5 * flows);
  expect(all.filter(({ status }) => status !== "sent")).toEqual([]);
  const alone = new Set(all.filter(({ sentWithId }) => sentWithId === null).map(({ id }) => id));
  expect(files).toHaveLength(alone.size);
  expect(all.filter(({ sentWithId }) => sentWithId !== null && !alone.has(sentWithId))).toEqual([]);
}
