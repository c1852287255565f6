import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureDebianPackages } from "./debian";
import { eicar } from "./files";

export type Clamd = { tcp: string; socket: string; close: () => Promise<void> };

/**
 * The real scanner from Debian, with one signature of our own (the test file that every scanner knows) instead of its database of
 * hundreds of megabytes. It listens both ways. Needs Debian, and root to install the package.
 */
export async function startClamd(): Promise<Clamd> {
  await ensureDebianPackages(["clamav-daemon"]);
  const dir = await mkdtemp(join(tmpdir(), "serviceportalen-clamd-"));
  await chmod(dir, 0o755);
  await mkdir(join(dir, "signatures"));
  await writeFile(join(dir, "signatures/own.ndb"), `Test.Eicar:0:*:${eicar.toString("hex")}\n`);
  const port = await freePort();
  const socket = join(dir, "clamd.sock");
  await writeFile(join(dir, "clamd.conf"), configuration(dir, socket, port));
  const server = spawn("clamd", ["--foreground", "-c", join(dir, "clamd.conf")], { stdio: ["pipe", "pipe", "pipe"] });
  await untilItAnswers(server, socket);
  return {
    ...{ tcp: `127.0.0.1:${port}`, socket },
    close: async () => {
      await stop(server);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

const configuration = (dir: string, socket: string, port: number) =>
  [
    ...["Foreground yes", "User root", `DatabaseDirectory ${dir}/signatures`, `TemporaryDirectory ${dir}`],
    ...[`LocalSocket ${socket}`, `TCPSocket ${port}`, "TCPAddr 127.0.0.1", "StreamMaxLength 25M", "MaxThreads 2"],
    "",
  ].join("\n");

async function untilItAnswers(server: ChildProcess, socket: string): Promise<void> {
  let output = "";
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-2000);
  };
  server.stdout?.on("data", keep);
  server.stderr?.on("data", keep);
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`clamd ended with ${server.exitCode}: ${output}`);
    if (await answers(socket)) return;
    await sleep(100);
  }
  await stop(server);
  throw new Error(`clamd did not answer within 30 s: ${output}`);
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path });
    socket.once("connect", () => socket.write("zPING\0"));
    socket.once("data", (said) => {
      socket.destroy();
      resolve(said.toString().startsWith("PONG"));
    });
    socket.once("error", () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}
