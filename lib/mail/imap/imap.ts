import { isIP } from "node:net";
import { ImapFlow, type ImapFlowOptions } from "imapflow";
import { resolveAllowed } from "@/lib/base/outbound";
import type { Check, Fetcher, Take } from "../port";
import type { ImapSettings } from "../schema";
import { detailOf, failureOf } from "./translate";

export type ImapOptions = { allowed: readonly string[]; ca?: string | undefined; timeoutMs?: number | undefined };

/** Above this only the beginning is fetched; the whole stays in the mailbox, among what is done. */
const largest = 41 * 1024 * 1024;
const beginning = 256 * 1024;

/** Where mail goes once it is kept. Never deleted here: the mailbox is the municipality's. */
export const doneFolder = "Serviceportalen";

/**
 * The port over IMAP. A connection of its own for every round. Every message of the mailbox is taken, seen or not: what is kept is moved
 * away, so whatever lies there is still to be taken, also after a crash between the two.
 */
export function imapFetcher(settings: ImapSettings, options: ImapOptions): Fetcher {
  const server = `${settings.host}:${settings.port}`;
  return {
    server,
    fetch: (take, most) => inMailbox(settings, options, (client) => fetchAll(client, take, most)),
    check: () => checks(settings, options, server),
  };
}

async function inMailbox<T>(
  settings: ImapSettings,
  options: ImapOptions,
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const client = await connected(settings, options);
  try {
    const lock = await client.getMailboxLock(settings.mailbox);
    try {
      return await work(client);
    } finally {
      lock.release();
    }
  } catch (error) {
    throw failureOf(error);
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function connected(settings: ImapSettings, options: ImapOptions): Promise<ImapFlow> {
  const client = new ImapFlow(await clientOptions(settings, options));
  // A connection that breaks says so by the call that was waiting; unheard, the event would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw failureOf(error);
  }
}

async function clientOptions(
  settings: ImapSettings,
  { allowed, ca, timeoutMs = 20_000 }: ImapOptions,
): Promise<ImapFlowOptions> {
  const { host, port, user, password } = settings;
  const pinned = await resolveAllowed(host, port, allowed);
  const address = (pinned.addresses.find(({ family }) => family === 4) ?? pinned.addresses[0])?.address ?? pinned.host;
  // Towards the machine itself a certificate says nothing, unless its authority was given.
  const isTrustedAnyway = ca === undefined && /^127\.|^::1$/.test(address);
  return {
    host: address,
    port,
    secure: port === 993,
    ...(port === 993 || isTrustedAnyway ? {} : { doSTARTTLS: true }),
    auth: { user, pass: password },
    tls: {
      minVersion: "TLSv1.2",
      rejectUnauthorized: !isTrustedAnyway,
      ...(isIP(pinned.host) === 0 ? { servername: pinned.host } : {}),
      ...(ca ? { ca } : {}),
    },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs * 3,
  };
}

async function fetchAll(client: ImapFlow, take: Take, most: number): Promise<number> {
  if (client.mailbox === false || client.mailbox.exists === 0) return 0;
  const found = await client.fetchAll("1:*", { uid: true, size: true });
  const oldest = found.sort((a, b) => a.uid - b.uid).slice(0, most);
  let kept = 0;
  for (const { uid, size = 0 } of oldest) {
    const isWhole = size <= largest;
    const raw = await sourceOf(client, uid, isWhole);
    if (raw === null || !(await take({ raw, isWhole }))) continue;
    kept += 1;
    await putAway(client, uid);
  }
  return kept;
}

/** null where somebody else took it away meanwhile. */
async function sourceOf(client: ImapFlow, uid: number, isWhole: boolean): Promise<Buffer | null> {
  const source = isWhole ? true : { start: 0, maxLength: beginning };
  const message = await client.fetchOne(String(uid), { source }, { uid: true });
  return message ? (message.source ?? null) : null;
}

/** A server that cannot move copies and deletes; where neither works it is marked, and known again the next time. */
async function putAway(client: ImapFlow, uid: number): Promise<void> {
  const moved = await moveTo(client, uid);
  if (!moved) await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
}

async function moveTo(client: ImapFlow, uid: number): Promise<boolean> {
  const move = () => client.messageMove(String(uid), doneFolder, { uid: true }).catch(() => false as const);
  if ((await move()) !== false) return true;
  await client.mailboxCreate(doneFolder).catch(() => undefined);
  return (await move()) !== false;
}

/** One after the other, and what was not reached is not there. */
async function checks(settings: ImapSettings, options: ImapOptions, server: string): Promise<Check[]> {
  const done: Check[] = [];
  const step = (check: Check["check"]) => done.push({ check, ok: true, detail: server });
  try {
    await inMailbox(settings, options, async () => {
      step("imap_connect");
      step("imap_sign_in");
      step("imap_mailbox");
    });
    return done;
  } catch (error) {
    return failedAt(error, server);
  }
}

function failedAt(error: unknown, server: string): Check[] {
  const { key, detail } = detailOf(error);
  const ok = (check: Check["check"]): Check => ({ check, ok: true, detail: server });
  if (key === "mail.signInRefused") return [ok("imap_connect"), { check: "imap_sign_in", ok: false, detail }];
  if (key === "mail.noMailbox")
    return [ok("imap_connect"), ok("imap_sign_in"), { check: "imap_mailbox", ok: false, detail }];
  return [{ check: "imap_connect", ok: false, detail }];
}
