import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { closeDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";

/** A database of one test file's own, for tests that run a worker: a worker takes every job in its database. */
export async function ownDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const shared = process.env.DATABASE_URL ?? "";
  const name = `own_${process.pid}_${randomBytes(3).toString("hex")}`;
  const admin = postgres(shared, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(shared);
  url.pathname = `/${name}`;
  await migrate(url.href);
  process.env.DATABASE_URL = url.href;
  return {
    url: url.href,
    drop: async () => {
      await closeDatabase();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
