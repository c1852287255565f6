import { once } from "node:events";
import postgres from "postgres";
import { enterDatabase } from "@/lib/commands/enter-database";

/** Nobody reaches the portal's database until this process is told to end: its standard input closes. */
const { url, leave } = await enterDatabase();
const name = new URL(url).pathname.slice(1);
const admin = postgres(new URL("/postgres", url).href, { max: 1, onnotice: () => {} });
await admin.unsafe(`alter database ${name} allow_connections false`);
await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
process.stdout.write("closed\n");
process.stdin.resume();
await once(process.stdin, "end");
await admin.unsafe(`alter database ${name} allow_connections true`);
await admin.end();
await leave();
