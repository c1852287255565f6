import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations as migrateQueue } from "graphile-worker";
import postgres from "postgres";
import { secure } from "./secure";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));
const lockKey = 5_214_771;

/** Brings the database of `url` up to this version: tables, the queue's own tables, rights. One process at a time does it. */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "serviceportalen-migrate" },
  });
  try {
    await sql`select pg_advisory_lock(${lockKey})`;
    await applyMigrations(drizzle(sql), { migrationsFolder });
    await migrateQueue({ connectionString: url, logger: new Logger(() => () => {}) });
    await secure(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
