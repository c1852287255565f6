import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, lstat, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { ensureDebianPackages } from "./debian";

const run = promisify(execFile);

const password = "Sandlada-7-vantar";
const template = join(tmpdir(), "serviceportalen-test-dc-1");

export type Samba = {
  /** `ldaps://…`, with `ca` and `serverName`. */
  url: string;
  /** The same server without TLS from the start; StartTLS works, a simple bind in clear is refused. */
  plainUrl: string;
  address: string;
  bindDn: string;
  password: string;
  baseDn: string;
  ca: string;
  serverName: string;
  close: () => Promise<void>;
};

/**
 * A fresh Active Directory domain controller (Samba, LDAP service only) on a loopback address of its own, because its
 * ports are fixed. The domain is provisioned once per machine and copied for every call. Needs root and Debian.
 */
export async function startSamba(): Promise<Samba> {
  if (process.getuid?.() !== 0) {
    throw new Error(
      "The test domain controller listens on ports 389 and 636, so this test must run as root (sudo npm test).",
    );
  }
  await ensureDebianPackages(["samba-ad-dc", "samba-ad-provision"]);
  await ensureTemplate();
  const dir = await mkdtemp(join(tmpdir(), "serviceportalen-dc-"));
  await cp(template, dir, { recursive: true, filter: isNoSocket });
  const { server, address } = await serve(dir);
  return {
    url: `ldaps://${address}`,
    plainUrl: `ldap://${address}`,
    address,
    bindDn: "CN=Administrator,CN=Users,DC=kommun,DC=test",
    password,
    baseDn: "DC=kommun,DC=test",
    ca: await readFile(join(dir, "private/tls/ca.pem"), "utf8"),
    serverName: "DC1.kommun.test",
    close: async () => {
      await stop(server);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

const isNoSocket = async (path: string): Promise<boolean> => !(await lstat(path)).isSocket();

/** Provisioned and started once, so that the copies already have their TLS key; the rename makes it visible whole or not at all. */
async function ensureTemplate(): Promise<void> {
  if (existsSync(template)) return;
  const dir = await mkdtemp(join(tmpdir(), "serviceportalen-dc-"));
  await provision(dir);
  const { server } = await serve(dir);
  await stop(server);
  try {
    await rename(dir, template);
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    if (!existsSync(template)) throw error;
  }
}

async function provision(dir: string): Promise<void> {
  const nothing = join(dir, "nothing.conf");
  await writeFile(nothing, "");
  const domain = ["--realm=KOMMUN.TEST", "--domain=KOMMUN", "--host-name=dc1", "--host-ip=127.0.0.1"];
  const role = ["--server-role=dc", "--dns-backend=NONE", `--adminpass=${password}`];
  // Temporary file systems may lack the security.* attributes that a domain controller keeps on its files.
  const files = ["--option=vfs objects = acl_xattr xattr_tdb", `--option=xattr_tdb:file = ${dir}/xattr.tdb`];
  await run(
    "samba-tool",
    ["domain", "provision", "--quiet", "-s", nothing, `--targetdir=${dir}`, ...domain, ...role, ...files],
    {
      maxBuffer: 64 * 1024 * 1024,
    },
  );
}

async function serve(dir: string): Promise<{ server: ChildProcess; address: string }> {
  const address = `127.${20 + Math.floor(Math.random() * 200)}.${(process.pid >> 8) & 255}.${(process.pid & 127) + 1}`;
  await mkdir(join(dir, "cache"), { recursive: true });
  await mkdir(join(dir, "ncalrpc"), { recursive: true });
  await writeFile(join(dir, "run.conf"), runConfiguration(dir, address));
  // Interactive with a pipe as stdin: the server ends by itself when the test process dies.
  const words = ["-i", "--no-process-group", "-M", "single", "-s", join(dir, "run.conf")];
  const server = spawn("samba", words, { stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-2000);
  };
  server.stdout?.on("data", keep);
  server.stderr?.on("data", keep);
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`samba ended with ${server.exitCode}: ${output}`);
    if (await listens(address, 636)) return { server, address };
    await sleep(100);
  }
  await stop(server);
  throw new Error(`samba did not listen on ${address}:636 within 40 s: ${output}`);
}

function runConfiguration(dir: string, address: string): string {
  const settings = {
    "netbios name": "DC1",
    realm: "KOMMUN.TEST",
    workgroup: "KOMMUN",
    "server role": "active directory domain controller",
    "server services": "ldap",
    // Without the prefix length a loopback address is not taken for an interface, and nothing listens.
    interfaces: `${address}/8`,
    "bind interfaces only": "yes",
    "ldb:nosync": "true",
    "private dir": `${dir}/private`,
    "lock directory": dir,
    "state directory": `${dir}/state`,
    "cache directory": `${dir}/cache`,
    "pid directory": dir,
    "ncalrpc dir": `${dir}/ncalrpc`,
    "binddns dir": `${dir}/bind-dns`,
  };
  const lines = Object.entries(settings).map(([name, value]) => `  ${name} = ${value}`);
  return `[global]\n${lines.join("\n")}\n[sysvol]\n  path = ${dir}/state/sysvol\n  read only = no\n`;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
