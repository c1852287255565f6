import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

export type Db = PostgresJsDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** The role that web and worker act as: not the owner, so row-level security holds for it (db/secure.ts). */
export const applicationRole = "serviceportalen_app";

export type Database = { db: Db; close: () => Promise<void> };

export function openDatabase(url: string, options: { role?: string; max?: number; name: string }): Database {
  const client = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 10,
    idle_timeout: 60,
    onnotice: () => {},
    connection: { application_name: options.name, ...(options.role ? { role: options.role } : {}) },
  });
  return { db: drizzle(client, { schema }), close: () => client.end({ timeout: 5 }) };
}

// Next bundles pages and the server around it apart: one pool for both hangs on the process.
const shared = globalThis as { serviceportalenDatabase?: Database };

/** The process's pool, acting as the application role; opened at first use from DATABASE_URL. */
export function database(): Db {
  shared.serviceportalenDatabase ??= openDatabase(urlOfProcess(), { role: applicationRole, name: "serviceportalen" });
  return shared.serviceportalenDatabase.db;
}

export async function closeDatabase(): Promise<void> {
  const open = shared.serviceportalenDatabase;
  delete shared.serviceportalenDatabase;
  await open?.close();
}

function urlOfProcess(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: npm start and npm run dev set it for the embedded database");
  return url;
}

/** Calls `heard` with the payload of every NOTIFY on `channel`, reconnecting by itself; returns how to stop. */
export async function listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
  const client = postgres(urlOfProcess(), { max: 1, connection: { application_name: "serviceportalen-listen" } });
  await client.listen(channel, heard, () => heard(""));
  return () => client.end({ timeout: 1 });
}
