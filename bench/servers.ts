import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

export type Server = { url: string; pid: number; close: () => Promise<void> };

const next = join("node_modules", "next", "dist", "bin", "next");

/** The portal's web half alone: no worker takes part in what is measured. */
export async function startPortal(port: number, environment: Record<string, string>): Promise<Server> {
  const child = begin(["--import", "tsx", "lib/commands/web.ts"], {
    ...environment,
    PORT: String(port),
    LOG_LEVEL: "warn",
  });
  return whenReady(child, `http://127.0.0.1:${port}`, "/api/health/ready");
}

/** The bare page beside it, built by the same Next.js and served by its own server. */
export async function startBare(port: number, environment: Record<string, string>): Promise<Server> {
  const built = begin([next, "build", "bench/bare"], {});
  const code = await new Promise((done) => built.once("exit", done));
  if (code !== 0) throw new Error("the bare page could not be built");
  const child = begin([next, "start", "bench/bare", "-p", String(port)], environment);
  return whenReady(child, `http://127.0.0.1:${port}`, "/");
}

function begin(args: string[], environment: Record<string, string>): ChildProcess {
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1", ...environment };
  return spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
}

async function whenReady(child: ChildProcess, url: string, path: string): Promise<Server> {
  for (let tries = 0; ; tries++) {
    const answer = await fetch(url + path).catch(() => null);
    if (answer?.status === 200) break;
    if (tries > 300 || child.exitCode !== null) throw new Error(`${url} does not answer`);
    await new Promise((done) => setTimeout(done, 200));
  }
  const close = () =>
    new Promise<void>((done) => {
      child.once("exit", () => done());
      child.kill("SIGTERM");
    });
  return { url, pid: child.pid ?? 0, close };
}
