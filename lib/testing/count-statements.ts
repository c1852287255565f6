import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { applicationRole, closeDatabase, type Database } from "@/db/client";
import * as schema from "@/db/schema";

/** Puts a pool in place of the process's own whose statements are heard; answers what `act` sent, in order. */
export async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const client = postgres(process.env.DATABASE_URL ?? "", {
    onnotice: () => {},
    connection: { role: applicationRole },
  });
  const db = drizzle(client, { schema, logger: { logQuery: (statement) => heard.push(statement) } });
  await closeDatabase();
  const shared = globalThis as { serviceportalenDatabase?: Database };
  shared.serviceportalenDatabase = { db, close: () => client.end({ timeout: 5 }) };
  await act();
  await closeDatabase();
  return heard;
}
