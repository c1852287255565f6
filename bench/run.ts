import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { closeDatabase } from "@/db/client";
import { newId } from "@/lib/base/ids";
import { referenceOf } from "@/lib/base/reference";
import { routes } from "@/lib/base/routes";
import { buildIfChanged } from "@/lib/commands/build";
import { prepare } from "@/lib/commands/prepare";
import { contextOfPerson } from "@/lib/people/context-of-person";
import { makeToken } from "@/lib/people/make-token";
import { startSession } from "@/lib/people/start-session";
import { type Measured, measure } from "./measure";
import { seedTickets } from "./seed-tickets";
import { startBare, startPortal } from "./servers";

const size = { tickets: Number(process.env.BENCH_TICKETS ?? 200_000), queues: 500, persons: 5000 };
const times = Number(process.env.BENCH_TIMES ?? 200);

process.env.DATA_DIR ??= ".data-bench";
process.env.DEMO = "1";
await buildIfChanged();
const prepared = await prepare();
const url = prepared.environment.DATABASE_URL ?? "";
process.stdout.write(`Filling in ${size.tickets} tickets, ${size.queues} queues …\n`);
await seedTickets(url, size);

const agent = await contextOfPerson("first@aminne.example", newId(), "aminne");
const { token } = await makeToken(agent, { name: "bench", scopes: ["read", "write"], days: 1 });
const session = await startSession(agent, { personId: agent.actor.kind === "person" ? agent.actor.personId : "" });
await closeDatabase();

const bare = await startBare(3411, prepared.environment);
const portal = await startPortal(3410, prepared.environment);
const postmaster = Number(
  readFileSync(join(resolve(process.env.DATA_DIR), "postgres", "cluster", "postmaster.pid"), "utf8").split("\n")[0],
);

/** A page as the agent's browser asks for it. */
const page = (path: string) => ask(portal.url + path, { headers: { cookie: `__Host-session=${session.token}` } }, 200);

const send = (path: string, body: unknown) =>
  ask(
    `${portal.url}/api/v1${path}`,
    {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": newId() },
      body: JSON.stringify(body),
    },
    201,
  );

async function ask(address: string, init: RequestInit, wanted: number): Promise<void> {
  const answer = await fetch(address, { redirect: "manual", ...init });
  const text = await answer.text();
  if (answer.status !== wanted) throw new Error(`${address} answered ${answer.status}: ${text.slice(0, 300)}`);
}

/** Spread over everything there is. */
const someReference = (n: number) => referenceOf(200_000 + ((n * 7919) % size.tickets));
const someOpen = (n: number) => referenceOf(200_000 + ((n * 7919) % (size.tickets / 10)) * 10);
const words = [
  "kalendern",
  "skrivaren blinkar",
  "lösenk",
  "Björkskolan",
  "BN0000001200",
  "Åkerby",
  "rum 417",
  "accesspunkter",
];

const measured: Measured[] = [];
const portalPids = { server: portal.pid, postmaster };
const tell = async (name: string, pids: typeof portalPids, act: (n: number) => Promise<void>) => {
  measured.push(await measure(name, pids, times, act));
};
await tell("a bare Next.js page with the same rows", { server: bare.pid, postmaster }, () => ask(bare.url, {}, 200));
await tell("list", portalPids, () => page(routes.desk()));
await tell("ticket", portalPids, (n) => page(routes.deskTicket(someReference(n))));
await tell("search", portalPids, (n) =>
  page(`${routes.deskSearch()}?q=${encodeURIComponent(words[n % words.length] ?? "")}`),
);
await tell("create", portalPids, (n) =>
  send("/tickets", {
    type: "incident",
    title: `Surfplattan startar inte ${n}`,
    description: "Den är svart.",
    category: "ipad",
  }),
);
await tell("reply", portalPids, (n) =>
  send(`/tickets/${someOpen(n)}/comments`, { body: "Vi tittar på det.", visibility: "public" }),
);

const base = measured[0]?.cpu ?? 1;
process.stdout.write(`\n${"".padEnd(42)}median ms   p95 ms   CPU ms   × bare   database CPU ms\n`);
for (const each of measured) {
  const figures = [each.median.toFixed(1), each.p95.toFixed(1), each.cpu.toFixed(1), (each.cpu / base).toFixed(2)];
  process.stdout.write(
    `${each.name.padEnd(42)}${figures.map((text) => text.padStart(9)).join("")}${each.databaseCpu.toFixed(1).padStart(18)}\n`,
  );
}
await portal.close();
await bare.close();
await prepared.close();
