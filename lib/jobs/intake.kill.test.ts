import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, count, eq, ne, sql } from "drizzle-orm";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { history, letters } from "@/db/schema/history";
import { inboundMails } from "@/db/schema/intake";
import { persons } from "@/db/schema/people";
import { comments, tickets } from "@/db/schema/tickets";
import { read } from "@/lib/base/context";
import { receiveOwnMail } from "@/lib/intake/receive-mail";
import { answerAddress, mailOf } from "@/lib/testing/mails";
import { ownDatabase } from "@/lib/testing/own-database";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";
import { startWorker } from "./worker";

const dir = mkdtempSync(join(tmpdir(), "kill-mail-"));
/** In one file, under `node_modules`: started some dozen times, and not to read the sources each time. */
const program = "node_modules/.cache/kill/intake-process.mjs";
let world: World;
let drop: () => Promise<void>;
let loaded: ChildProcess | null = null;

beforeAll(async () => {
  await build({
    ...{ entryPoints: ["lib/testing/kill/intake-process.ts"], outfile: program },
    ...{ bundle: true, packages: "external", platform: "node", format: "esm", logLevel: "warning" },
  });
  Object.assign(process.env, {
    ...{ DEMO: "1", DATA_DIR: dir, LOG_LEVEL: "silent" },
    SEAL_KEY: "a-key-for-tests-that-is-long-enough-0123",
  });
  drop = (await ownDatabase()).drop;
  setNow(mondayMorning);
  world = await makeWorld();
});

afterAll(async () => {
  loaded?.kill("SIGKILL");
  await drop();
});

/** The next process loads while this one runs. Without prepared statements every commit is seen for what it is. */
function load(): ChildProcess {
  return fork(program, {
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: "", DATABASE_URL: `${process.env.DATABASE_URL}?prepare=false` },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

function takeIn(raws: Buffer[], at: number): Promise<boolean> {
  const child = loaded ?? load();
  loaded = load();
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("exit", (code, signal) =>
      signal === "SIGKILL" || code === 0 ? done(signal === "SIGKILL") : failed(new Error(`it ended with ${code}`)),
    );
    const order = { slug: world.slug, at: mondayMorning.toISOString(), crashAt: at };
    child.send({ ...order, raws: raws.map((raw) => raw.toString("base64")) });
  });
}

/** What the dead one had stored is taken up by a worker, and what it had not is delivered again by whoever got no answer. */
async function takenUp(raws: Buffer[]): Promise<void> {
  const worker = await startWorker(process.env.DATABASE_URL ?? "", 2);
  await until(() => left(inboundMails));
  for (const raw of raws) await receiveOwnMail(world.portal(), { raw });
  await until(() => left(letters));
  await worker.close();
}

async function left(table: typeof inboundMails | typeof letters): Promise<number> {
  const isLeft = table === inboundMails ? ne(inboundMails.step, "done") : eq(letters.status, "queued");
  const [row] = await read(world.portal(), (tx) => tx.select({ n: count() }).from(table).where(isLeft));
  return row?.n ?? 0;
}

async function until(look: () => Promise<number>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await look()) === 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("something was never taken up");
}

it("a new mail and a reply, killed at every step: nothing lost, nothing twice", async () => {
  const staff = `staff@${world.slug}.example`;
  let [killed, at] = [0, 1];
  for (let alive = 0; alive < 2; at += 1) {
    const reference = await faultIn(world);
    const sender = `eva${at}@annan.example`;
    const raws = [
      mailOf({ from: sender, body: `Nytt ${at}.` }),
      mailOf({ from: staff, to: answerAddress(world, reference, staff), body: `Svar ${at}.` }),
    ];
    const isKilled = await takeIn(raws, at);
    killed += isKilled ? 1 : 0;
    alive = isKilled ? 0 : alive + 1;
    await takenUp(raws);
    await check(sender, reference, at);
  }
  await checkLetters();
  process.stdout.write(`mail: killed at ${killed} steps of ${at}, 0 lost, 0 done twice\n`);
  expect(killed).toBeGreaterThanOrEqual(12);
}, 240_000);

async function check(sender: string, reference: string, at: number): Promise<void> {
  const found = await read(world.portal(), async (tx) => ({
    opened: await tx
      .select({ description: tickets.description })
      .from(tickets)
      .innerJoin(persons, eq(persons.id, tickets.requesterId))
      .where(eq(persons.email, sender)),
    said: await tx
      .select({ body: comments.body })
      .from(comments)
      .innerJoin(tickets, eq(tickets.id, comments.ticketId))
      .where(eq(tickets.reference, reference)),
    acks: await tx.select({ status: letters.status }).from(letters).where(eq(letters.toAddress, sender)),
    mails: await tx
      .select({ outcome: inboundMails.outcome, acts: count(history.id) })
      .from(inboundMails)
      .innerJoin(history, and(eq(history.objectKind, "mail"), eq(history.event, "intake.processed")))
      .groupBy(inboundMails.id)
      .where(and(eq(inboundMails.sender, sender), sql`${history.objectId} = ${inboundMails.id}::text`)),
  }));
  expect(found).toEqual({
    opened: [{ description: `Nytt ${at}.` }],
    said: [{ body: `Svar ${at}.` }],
    acks: [{ status: "sent" }],
    mails: [{ outcome: "opened", acts: 1 }],
  });
}

/** On disk each letter stands once. */
async function checkLetters(): Promise<void> {
  const files = readdirSync(join(dir, "mail")).filter((name) => name.endsWith(".eml"));
  const ids = files.map(
    (file) => /^message-id:\s*(<[^>]+>)/im.exec(readFileSync(join(dir, "mail", file), "utf8"))?.[1],
  );
  expect(new Set(ids).size).toBe(files.length);
}
