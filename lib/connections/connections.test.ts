import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connections } from "@/db/schema/connections";
import { history } from "@/db/schema/history";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { env } from "@/lib/base/env";
import { Invalid, NotAllowed, NotFound } from "@/lib/base/errors";
import { type MdmSimulator, simulatorCredentials, startMdmSimulator } from "@/lib/mdm";
import { makeTown, type Town } from "@/lib/testing/town";
import { getConnection } from "./get-connection";
import { type PutConnection, putConnection } from "./put-connection";
import { findSettings } from "./stored-connection";
import { testConnection } from "./test-connection";

const secrets = { password: "ett-lösenord-att-gömma", tenantCode: "en-nyckel-att-gömma" };
const dir = mkdtempSync(join(tmpdir(), "connections-"));
Object.assign(process.env, {
  SEAL_KEY: "a key for these tests, long enough to be one",
  ALLOW_ADDRESSES: "127.0.0.0/8",
  DEMO: "1",
  DATA_DIR: dir,
});

let here: Town;
let elsewhere: Town;
let simulator: MdmSimulator;

beforeAll(async () => {
  here = await makeTown("administrator", "staff", "lead");
  elsewhere = await makeTown("administrator");
  simulator = await startMdmSimulator({ port: 0, dir, credentials: simulatorCredentials("a secret of this test") });
});
afterAll(() => simulator.close());
afterEach(() => {
  env().DEMO = true;
});

test("an administrator sets the MDM: it is shown without its secrets, and history holds none", async () => {
  const ctx = here.as("administrator");
  await putConnection(ctx, workspaceOne());
  const shown = await getConnection(ctx, "mdm");
  expect(shown).toMatchObject({ settings: { provider: "workspace_one", url: simulator.url }, updatedAt: ctx.now });
  expect(await findSettings(ctx, "mdm")).toMatchObject({ auth: secrets });
  const kept = JSON.stringify([shown, await rowsOf(ctx)]);
  for (const secret of Object.values(secrets)) expect(kept).not.toContain(secret);
  expect(kept).toContain("connections.put");
});

test("setting it again replaces all of it, in the one row there is", async () => {
  const ctx = here.as("administrator");
  await putConnection(ctx, workspaceOne());
  await putConnection(ctx, { kind: "mdm", settings: { provider: "simulator" } });
  expect((await getConnection(ctx, "mdm")).settings).toEqual({ provider: "simulator" });
  const rows = await read(ctx, (tx) => tx.select().from(connections).where(eq(connections.kind, "mdm")));
  expect(rows).toHaveLength(1);
});

test("only an administrator sets, sees and tries a connection", async () => {
  for (const role of ["staff", "lead", "anonymous"] as const) {
    const ctx = here.as(role);
    await expect(putConnection(ctx, workspaceOne())).rejects.toThrow(NotAllowed);
    await expect(getConnection(ctx, "mdm")).rejects.toThrow(NotAllowed);
    await expect(testConnection(ctx, { kind: "mdm" })).rejects.toThrow(NotAllowed);
  }
});

test("another organisation's connection is not there", async () => {
  env().DEMO = false;
  await putConnection(here.as("administrator"), workspaceOne());
  const ctx = elsewhere.as("administrator");
  await expect(getConnection(ctx, "mdm")).rejects.toThrow(NotFound);
  await expect(testConnection(ctx, { kind: "mdm" })).rejects.toThrow(NotFound);
  expect(await findSettings(ctx, "mdm")).toBeNull();
});

test("sealed settings moved to another organisation do not open", async () => {
  await putConnection(here.as("administrator"), workspaceOne());
  await putConnection(elsewhere.as("administrator"), { kind: "mdm", settings: { provider: "simulator" } });
  const [row] = await read(here.as("administrator"), (tx) => tx.select().from(connections));
  const ctx = elsewhere.as("administrator");
  await inTransaction(ctx, (tx) => tx.update(connections).set({ sealed: row?.sealed ?? "" }));
  await expect(findSettings(ctx, "mdm")).rejects.toThrow();
  await putConnection(ctx, { kind: "mdm", settings: { provider: "simulator" } });
});

const from = "IT <it@town.example>";
test.each<[string, PutConnection]>([
  ["url", { ...workspaceOne(), settings: mdmAt("https://10.1.2.3") }],
  ["url", { ...workspaceOne(), settings: mdmAt("https://169.254.169.254") }],
  ["auth.tokenUrl", { kind: "mdm", settings: mdmWithTokenUrl("https://[fd00::1]/token") }],
  ["url", { kind: "directory", settings: ldapAt("ldaps://192.168.0.7") }],
  ["smtpUrl", { kind: "mail", settings: { smtpUrl: "smtp://10.0.0.25", from } }],
  ["imap.host", { kind: "mail", settings: { smtpUrl: "smtp://127.0.0.1:2525", from, imap: imapAt("10.0.0.26") } }],
])("an address inside the network that is not listed is refused at %s", async (path, input) => {
  const refused = await putConnection(here.as("administrator"), input).catch((fault: unknown) => fault);
  expect(refused).toBeInstanceOf(Invalid);
  expect((refused as Invalid).fields).toEqual([{ path, key: "outbound.unlisted" }]);
});

test("outside the demo there is no simulator to choose", async () => {
  env().DEMO = false;
  const input = { kind: "directory", settings: { provider: "simulator" } } as const;
  const refused = await putConnection(here.as("administrator"), input).catch((fault: unknown) => fault);
  expect((refused as Invalid).fields).toEqual([{ path: "provider", key: "connections.simulatorOnlyInDemo" }]);
});

test("trying the connection asks the MDM with the stored secrets; wrong ones are an answer", async () => {
  const ctx = here.as("administrator");
  await putConnection(ctx, { kind: "mdm", settings: mdmWithTokenUrl(`${simulator.url}/connect/token`, true) });
  const good = await testConnection(ctx, { kind: "mdm" });
  expect(good.length).toBeGreaterThan(1);
  expect(good.filter(({ ok }) => !ok)).toEqual([]);
  await putConnection(ctx, workspaceOne());
  const bad = await testConnection(ctx, { kind: "mdm" });
  expect(bad[0]).toMatchObject({ check: "sign_in", ok: false });
  expect(JSON.stringify(bad)).not.toContain(secrets.password);
});

test("in the demo, letters are tried on disk although no server is set", async () => {
  expect(await testConnection(elsewhere.as("administrator"), { kind: "mail" })).toMatchObject([
    { check: "disk", ok: true },
  ]);
});

function mdmAt(url: string) {
  const auth = { kind: "basic", username: "portal", ...secrets } as const;
  return { provider: "workspace_one", url, auth, organizationGroupId: 570 } as const;
}

function workspaceOne(): PutConnection & { kind: "mdm" } {
  return { kind: "mdm", settings: mdmAt(simulator?.url ?? "http://127.0.0.1:9") };
}

function mdmWithTokenUrl(tokenUrl: string, isRight = false) {
  const { clientId, clientSecret, tenantCode, organizationGroupId } = simulatorCredentials("a secret of this test");
  const auth = { kind: "oauth", tokenUrl, clientId, clientSecret: isRight ? clientSecret : "fel", tenantCode } as const;
  return { provider: "workspace_one", url: simulator?.url ?? "http://127.0.0.1:9", auth, organizationGroupId } as const;
}

function ldapAt(url: string) {
  return { provider: "ldap", url, bindDn: "cn=portal", password: secrets.password, baseDn: "dc=town" } as const;
}

function imapAt(host: string) {
  return { host, port: 993, user: "portal", password: secrets.password, mailbox: "INBOX" };
}

function rowsOf(ctx: Context) {
  return read(ctx, async (tx) => [
    await tx.select({ settings: connections.settings }).from(connections),
    await tx.select().from(history).where(eq(history.objectKind, "connection")),
  ]);
}
