import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { closeDatabase } from "@/db/client";
import { routes } from "@/lib/base/routes";
import { buildIfChanged } from "@/lib/commands/build";
import { prepare } from "@/lib/commands/prepare";
import { ask, page, post, referenceAt, signIn } from "./asks";
import { measureLive } from "./live";
import { type Measured, measure } from "./measure";
import { seedTickets } from "./seed-tickets";
import { startBare, startPortal } from "./servers";

const size = { tickets: Number(process.env.BENCH_TICKETS ?? 200_000), queues: 500, persons: 5000 };
const times = Number(process.env.BENCH_TIMES ?? 200);
const [portalPort, barePort] = [3710, 3711];

process.env.DATA_DIR ??= ".data-bench";
process.env.DEMO = "1";
process.env.LOG_LEVEL ??= "warn";
await buildIfChanged();
const prepared = await prepare();
process.stdout.write(`Filling in ${size.tickets} tickets in ${size.queues} queues …\n`);
await seedTickets(prepared.environment.DATABASE_URL ?? "", size);
const [agent, colleague] = [await signIn("first@aminne.example"), await signIn("lead@aminne.example")];
await closeDatabase();

const bare = await startBare(barePort, prepared.environment);
const portal = await startPortal(portalPort, prepared.environment);
const pidFile = join(resolve(process.env.DATA_DIR), "postgres", "cluster", "postmaster.pid");
const postmaster = Number(readFileSync(pidFile, "utf8").split("\n")[0]);

const words = ["kalendern", "skrivaren blinkar", "lösenk", "Björkskolan", "BN0000001200", "Åkerby", "rum 417", "fläkt"];
const word = (n: number) => encodeURIComponent(words[n % words.length] ?? "");
const fault = (n: number) => {
  const said = { title: `Surfplattan startar inte ${n}`, description: "Den är svart." };
  return { type: "incident", ...said, category: "ipad" };
};
const asked: [string, number, (n: number) => Promise<void>][] = [
  ["a bare Next.js page with the same rows", bare.pid, () => ask(bare.url, {}, 200)],
  ["list", portal.pid, () => page(portal.url, routes.desk(), agent)],
  ["ticket", portal.pid, (n) => page(portal.url, routes.deskTicket(referenceAt(n, size.tickets)), agent)],
  ["search", portal.pid, (n) => page(portal.url, `${routes.deskSearch()}?q=${word(n)}`, agent)],
  ["create", portal.pid, (n) => post(portal.url, "/tickets", agent, fault(n))],
  [
    "reply",
    portal.pid,
    (n) => {
      const reply = { body: "Vi tittar på det.", visibility: "public" };
      return post(portal.url, `/tickets/${referenceAt(n, size.tickets, true)}/comments`, agent, reply);
    },
  ],
];
const measured: Measured[] = [];
for (const [name, server, act] of asked) measured.push(await measure(name, { server, postmaster }, times, act));

const first = measured[0]?.cpu ?? 1;
process.stdout.write(`\n${" ".repeat(40)}median ms   p95 ms   CPU ms   × bare   database CPU ms\n`);
for (const { name, median, p95, cpu, databaseCpu } of measured) {
  const figures = [median.toFixed(1), p95.toFixed(1), cpu.toFixed(1), (cpu / first).toFixed(2)];
  const columns = figures.map((text) => text.padStart(9)).join("");
  process.stdout.write(`${name.padEnd(40)}${columns}${databaseCpu.toFixed(1).padStart(18)}\n`);
}
const changed = Array.from({ length: 20 }, (_, n) => referenceAt(n + 500, size.tickets, true));
const news = { body: "Vi har hittat felet.", visibility: "public" };
const live = await measureLive(portal.url, colleague, changed, (reference) =>
  post(portal.url, `/tickets/${reference}/comments`, agent, news),
);
const { median, longest } = live;
process.stdout.write(
  `\nFrom the sending of a reply until another agent is told: ${median.toFixed(0)} ms, at most ${longest.toFixed(0)}.\n`,
);
await portal.close();
await bare.close();
await prepared.close();
