import { type ChildProcess, spawn } from "node:child_process";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "@/lib/base/ids";
import { testCertificate } from "./certificate";
import { ensureDebianPackages } from "./debian";

export type Dovecot = {
  host: string;
  port: number;
  user: string;
  password: string;
  /** Puts a message in INBOX, as the municipality's mail server does. */
  deliver: (raw: Buffer | string) => Promise<void>;
  /** What lies in a folder; "" is INBOX. */
  messages: (folder?: string) => Promise<string[]>;
  close: () => Promise<void>;
};

/** The group that Debian's dovecot-core makes; who keeps the mail need not be anybody in particular. */
const mailUser = { uid: 8, gid: 8 };

/** A real IMAP server (Debian's Dovecot) with one mailbox, on a loopback port and with a configuration of its own. Needs root and Debian. */
export async function startDovecot(): Promise<Dovecot> {
  if (process.getuid?.() !== 0)
    throw new Error("Dovecot changes user for each mailbox, so this test must run as root (sudo npm test).");
  await ensureDebianPackages(["dovecot-imapd"]);
  const dir = await mkdtemp(join(tmpdir(), "serviceportalen-imap-"));
  await chmod(dir, 0o755);
  const [port, password] = [await freePort(), `p-${newId()}`];
  const maildir = join(dir, "mail");
  for (const part of ["new", "cur", "tmp"]) await mkdir(join(maildir, part), { recursive: true });
  for (const each of [maildir, ...["new", "cur", "tmp"].map((part) => join(maildir, part))])
    await chown(each, mailUser.uid, mailUser.gid);
  await writeFile(join(dir, "tls.pem"), testCertificate.cert);
  await writeFile(join(dir, "tls.key"), testCertificate.key, { mode: 0o600 });
  await writeFile(join(dir, "users"), `servicedesk:{PLAIN}${password}:${mailUser.uid}:${mailUser.gid}::${dir}::\n`);
  await writeFile(join(dir, "dovecot.conf"), configuration(dir, port));
  const server = await serve(dir, port);
  return {
    ...{ host: "127.0.0.1", port, user: "servicedesk", password },
    deliver: (raw) => deliver(maildir, raw),
    messages: (folder = "") => messagesIn(folder === "" ? maildir : join(maildir, `.${folder}`)),
    close: async () => {
      await stop(server);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function configuration(dir: string, port: number): string {
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/log
ssl = yes
ssl_cert = <${dir}/tls.pem
ssl_key = <${dir}/tls.key
disable_plaintext_auth = no
auth_failure_delay = 0
first_valid_uid = 1
mail_location = maildir:${dir}/mail
passdb {
  driver = passwd-file
  args = ${dir}/users
}
userdb {
  driver = passwd-file
  args = ${dir}/users
}
namespace inbox {
  inbox = yes
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`;
}

async function serve(dir: string, port: number): Promise<ChildProcess> {
  const server = spawn("dovecot", ["-F", "-c", join(dir, "dovecot.conf")], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  server.stderr?.on("data", (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-2000);
  });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`dovecot ended with ${server.exitCode}: ${output}`);
    if (await listens(port)) return server;
    await sleep(50);
  }
  await stop(server);
  const log = await readFile(join(dir, "log"), "utf8").catch(() => "");
  throw new Error(`dovecot did not listen on ${port} within 10 s: ${output} ${log}`);
}

async function deliver(maildir: string, raw: Buffer | string): Promise<void> {
  const name = `${newId()}.test`;
  const file = join(maildir, "tmp", name);
  await writeFile(file, raw);
  await chown(file, mailUser.uid, mailUser.gid);
  await rename(file, join(maildir, "new", name));
}

async function messagesIn(folder: string): Promise<string[]> {
  const all: string[] = [];
  for (const part of ["new", "cur"]) {
    const names = await readdir(join(folder, part)).catch(() => []);
    for (const name of names) all.push(await readFile(join(folder, part, name), "utf8"));
  }
  return all;
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

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
