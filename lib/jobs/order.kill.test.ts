import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, count, eq } from "drizzle-orm";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { history, letters } from "@/db/schema/history";
import { orders } from "@/db/schema/orders";
import { read } from "@/lib/base/context";
import { startDirectorySimulator } from "@/lib/directory";
import { simulatorCredentials, startMdmSimulator } from "@/lib/mdm";
import { getOrder } from "@/lib/orders/queries";
import { runFlow, type Wanted } from "@/lib/testing/kill/run-flow";
import { ownDatabase } from "@/lib/testing/own-database";
import { makeWorld, mondayMorning, type World } from "@/lib/testing/world";

const secret = "a secret of the test that is long enough to be one";
const dir = mkdtempSync(join(tmpdir(), "kill-"));
const close: (() => Promise<void>)[] = [];
let world: World;
let directoryUrl = "";
let mdmUrl = "";

/** The flow in one file, under `node_modules`: a process that is started some hundred times should not read the sources each time. */
const program = "node_modules/.cache/kill/flow-process.mjs";

beforeAll(async () => {
  await build({
    ...{ entryPoints: ["lib/testing/kill/flow-process.ts"], outfile: program },
    ...{ bundle: true, packages: "external", platform: "node", format: "esm", logLevel: "warning" },
  });
  const own = await ownDatabase();
  const mdm = await startMdmSimulator({ port: 0, dir: join(dir, "mdm"), credentials: simulatorCredentials(secret) });
  const directory = await startDirectorySimulator({ port: 0, dir: join(dir, "directory") });
  directoryUrl = directory.url;
  mdmUrl = mdm.url;
  Object.assign(process.env, {
    ...{ DEMO: "1", DATA_DIR: dir, LOG_LEVEL: "silent", SIMULATOR_SECRET: secret },
    ...{ MDM_SIMULATOR_URL: mdm.url, DIRECTORY_SIMULATOR_URL: directory.url },
  });
  world = await makeWorld();
  close.push(own.drop, mdm.close, directory.close);
});

afterAll(async () => {
  loaded?.kill("SIGKILL");
  for (const end of close) await end();
});

/** A process that is loading the flow; the next one loads while this one runs. */
function loadFlow(): ChildProcess {
  return fork(program, {
    execArgv: [],
    // Without prepared statements every commit is seen for what it is.
    env: { ...process.env, NODE_OPTIONS: "", DATABASE_URL: `${process.env.DATABASE_URL}?prepare=false` },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

let loaded: ChildProcess | null = null;

/** Runs the flow in a process that is killed at boundary `at`, if it passes as many. */
function flowProcess(wanted: Wanted, at: number): Promise<{ isKilled: boolean }> {
  const child = loaded ?? loadFlow();
  loaded = loadFlow();
  return new Promise((done, failed) => {
    let boundaries = 0;
    child.on("message", (message: { boundaries: number }) => {
      boundaries = message.boundaries;
    });
    child.once("error", failed);
    child.once("exit", (code, signal) => {
      if (signal !== "SIGKILL" && code !== 0)
        failed(new Error(`the flow ended with ${code} at boundary ${boundaries}`));
      else done({ isKilled: signal === "SIGKILL" });
    });
    child.send({ slug: world.slug, wanted, crashAt: at });
  });
}

/** Personlig at every boundary. Publik takes the same way but for its DEV account: every n-th boundary, another one each time. */
const variants = {
  personlig: { by: "staff", order: {}, stride: Number(process.env.KILL_STRIDE ?? 1) },
  publik: {
    by: "orderer",
    order: { variant: "publik", quantity: 1 },
    stride: Number(process.env.KILL_STRIDE ?? 1) * 5,
  },
} as const;

type Effect = { effect: string; account: string; group?: string };
type Call = { method: string; path: string; effect?: boolean };

async function effectsAt(url: string, headers: Record<string, string> = {}): Promise<unknown[]> {
  const answer = (await (await fetch(`${url}/_log`, { headers })).json()) as unknown;
  return Array.isArray(answer) ? answer : Object.values(answer as Record<string, unknown[]>).flat();
}

describe.each(Object.entries(variants))(
  "an order of %s, killed at every step and taken up again",
  (variant, { stride, ...asked }) => {
    it("loses nothing and does nothing twice", async () => {
      const wantedAt = (n: number): Wanted => {
        const serialNumber = `K${variant.slice(0, 2).toUpperCase()}${String(n).padStart(7, "0")}`;
        return { ...asked, key: `${variant}-${n}`, serialNumber, at: mondayMorning };
      };
      let killed = 0;
      let at = 1;
      // How many boundaries a run passes hangs on how often it looks: the end is where several in a row come home alive.
      for (let alive = 0; alive < 3; at += stride) {
        const wanted = wantedAt(at);
        const { isKilled } = await flowProcess(wanted, at);
        killed += isKilled ? 1 : 0;
        alive = isKilled ? 0 : alive + 1;
        const reference = await runFlow(world, wanted, true);
        await checkOrder(reference, wanted);
      }
      await checkEffects();
      process.stdout.write(`${variant}: killed at ${killed} of some ${at} steps, 0 lost, 0 done twice\n`);
      // Some ninety boundaries stand on an order's way.
      expect(killed).toBeGreaterThan(70 / stride);
    }, 900_000);
  },
);

async function checkOrder(reference: string, wanted: Wanted): Promise<void> {
  const view = await getOrder(world.portal(), reference);
  expect(view.order.status).toBe("delivered");
  expect(view.clock.state).toBe("met");
  expect(view.lines.map((line) => [line.status, line.serialNumber])).toEqual([["acknowledged", wanted.serialNumber]]);
  expect(view.approvals).toHaveLength(1);
  expect(view.receipts).toHaveLength(1);
  const done = view.lines[0]?.tasks.map((task) => task.status);
  expect(done?.filter((status) => status !== "done" && status !== "skipped")).toEqual([]);
  const counts = await read(world.portal(), async (tx) => {
    const [same] = await tx.select({ n: count() }).from(orders).where(eq(orders.submissionKey, wanted.key));
    const events = await tx
      .select({ event: history.event, n: count() })
      .from(history)
      .where(and(eq(history.objectId, reference), eq(history.objectKind, "order")))
      .groupBy(history.event);
    return { same: same?.n, events: events.filter(({ event }) => event !== "orders.task") };
  });
  expect(counts.same).toBe(1);
  expect(counts.events.filter(({ n }) => n !== 1)).toEqual([]);
}

/** What the outside world saw: each effect once, each letter once. */
async function checkEffects(): Promise<void> {
  const effects = (await effectsAt(directoryUrl)) as Effect[];
  const named = effects.map(({ effect, account, group }) => [effect, account, group ?? ""].join(" "));
  expect(named.filter((each, n) => named.indexOf(each) !== n)).toEqual([]);
  const calls = (await effectsAt(mdmUrl, { "x-control-secret": simulatorCredentials(secret).controlSecret })) as Call[];
  expect(calls.length).toBeGreaterThan(0);
  const files = readdirSync(join(dir, "mail")).filter((name) => name.endsWith(".eml"));
  const ids = files.map((file) => /^message-id: (.+)$/im.exec(readFileSync(join(dir, "mail", file), "utf8"))?.[1]);
  expect(new Set(ids).size).toBe(files.length);
  const [sent] = await read(world.portal(), (tx) => tx.select({ n: count() }).from(letters));
  expect(files.length).toBe(sent?.n);
}
