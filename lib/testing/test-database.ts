import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";

const folder = fileURLToPath(new URL("../../node_modules/.cache/test-database", import.meta.url));

/** One migrated database a run, thrown away afterwards; the server under it is kept warm between runs. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startEmbedded(folder, { fsync: "off", synchronous_commit: "off", full_page_writes: "off" });
  const name = `test_${process.pid}_${randomBytes(3).toString("hex")}`;
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
  await migrate(url.href);
  return async () => {
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
    await server.close();
  };
}
