import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { withFileLock } from "./file-lock";
import { installation, type PostgresInstallation, runToEnd, startDetached } from "./postgres-programs";

const databaseName = "serviceportalen";
const leaseName = "serviceportalen-lease";

export type EmbeddedDatabase = { url: string; close: () => Promise<void> };

/**
 * The PostgreSQL that starts by itself: its cluster lies under `dataDir`, it listens on a free loopback port, and it never runs as
 * root. Several processes may call this at once: they share one server, and the last to close stops it.
 */
export async function startEmbedded(dataDir: string, settings: Record<string, string> = {}): Promise<EmbeddedDatabase> {
  const programs = installation(resolve(dataDir));
  const cluster = join(programs.home, "cluster");
  // The lease is taken inside the lock: a server is never seen without holders by one that leaves meanwhile.
  const { port, lease } = await withFileLock(join(programs.home, "start.lock"), async () => {
    if (!existsSync(join(cluster, "PG_VERSION"))) await createCluster(programs, cluster);
    const at = (await answeringPort(programs, cluster)) ?? (await startServer(programs, cluster, settings));
    return { port: at, lease: await takeLease(urlOf(programs, at, "postgres")) };
  });
  await createDatabase(urlOf(programs, port, "postgres"));
  return { url: urlOf(programs, port, databaseName), close: () => leave(lease, programs, cluster) };
}

async function takeLease(admin: string): Promise<postgres.Sql> {
  const connection = { application_name: leaseName };
  // A lifetime, half an hour by default, would end the lease, and whoever leaves next would stop the server under the portal.
  const lease = postgres(admin, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {}, connection });
  await lease`select 1`;
  return lease;
}

async function createCluster(programs: PostgresInstallation, cluster: string): Promise<void> {
  const password = randomBytes(24).toString("base64url");
  const passwordFile = join(programs.home, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  programs.own(passwordFile);
  const scratch = `${cluster}.${process.pid}`;
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { mode: 0o700 });
  programs.own(scratch);
  await runToEnd(programs, "initdb", [
    ...["--pgdata", scratch, "--username", "postgres", "--auth", "scram-sha-256", "--pwfile", passwordFile],
    // With C's rules Ö has no small letter, and names stand in the order of their bytes.
    ...[
      "--encoding",
      "UTF8",
      "--locale",
      "C",
      "--locale-provider",
      "icu",
      "--icu-locale",
      "sv-SE",
      "--no-instructions",
    ],
  ]);
  renameSync(scratch, cluster);
}

async function startServer(programs: PostgresInstallation, cluster: string, settings: Record<string, string>) {
  rmSync(join(cluster, "postmaster.pid"), { force: true });
  const port = await programs.freePort();
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: String(port),
    max_connections: "100",
    ...settings,
  };
  startDetached(
    programs,
    "postgres",
    ["-D", cluster, ...Object.entries(all).flatMap(([k, v]) => ["-c", `${k}=${v}`])],
    join(programs.home, "postgres.log"),
  );
  await untilAnswering(urlOf(programs, port, "postgres"), programs);
  return port;
}

async function untilAnswering(url: string, programs: PostgresInstallation): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await isAnswering(url)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`PostgreSQL did not start; see ${join(programs.home, "postgres.log")}`);
}

async function isAnswering(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

/** The port of a server that runs already; one that comes up or goes down just now is waited for, and then there may be none. */
async function answeringPort(programs: PostgresInstallation, cluster: string): Promise<number | null> {
  for (let tries = 0; tries < 300; tries++) {
    const server = runningServer(cluster);
    if (!server) return null;
    if (server.port && (await isAnswering(urlOf(programs, server.port, "postgres")))) return server.port;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`PostgreSQL neither answers nor ends; see ${join(programs.home, "postgres.log")}`);
}

/**
 * A pid in postmaster.pid may be stale, or by now belong to another program: only a postgres standing in this cluster counts. Its
 * port is written some time after its pid.
 */
function runningServer(cluster: string): { pid: number; port: number | null } | null {
  const lines = linesOf(join(cluster, "postmaster.pid"));
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid)) return null;
  const program = process.platform === "linux" ? linesOf(`/proc/${pid}/cmdline`).join() : cluster;
  return program.includes(cluster) ? { pid, port: Number(lines[3]) || null } : null;
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return (fault as { code?: string }).code === "EPERM";
  }
}

async function createDatabase(admin: string): Promise<void> {
  const sql = postgres(admin, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`create database ${databaseName}`);
  } catch (fault) {
    const code = (fault as { code?: string }).code;
    if (code !== "42P04" && code !== "23505") throw fault;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function leave(lease: postgres.Sql, programs: PostgresInstallation, cluster: string): Promise<void> {
  await withFileLock(join(programs.home, "start.lock"), async () => {
    const [row] = await lease<{ others: number }[]>`
      select count(*)::int as others from pg_stat_activity where application_name = ${leaseName} and pid <> pg_backend_pid()`;
    await lease.end({ timeout: 1 });
    if (row?.others === 0) await stopServer(cluster);
  });
}

async function stopServer(cluster: string): Promise<void> {
  const server = runningServer(cluster);
  if (!server) return;
  process.kill(server.pid, "SIGINT");
  for (let tries = 0; tries < 80 && runningServer(cluster); tries++) await new Promise((done) => setTimeout(done, 100));
}

function urlOf(programs: PostgresInstallation, port: number, name: string): string {
  const password = readFileSync(join(programs.home, "password"), "utf8");
  return `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
}
