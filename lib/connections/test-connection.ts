import { type Context, inTransaction } from "@/lib/base/context";
import { env } from "@/lib/base/env";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { directoryFor, fetcherFor, mailerFor, mdmFor } from "./adapters";
import { getConnection } from "./get-connection";
import type { SettableConnection } from "./schema";

/** `detail` is technical and holds no secret. */
export type ConnectionCheck = { check: string; ok: boolean; detail: string };

/**
 * Tries a connection as it is set, changing nothing outside; a check that fails is an answer. Spoken outside every transaction.
 * `groups`: the directory groups the portal will ask for. NotFound `connections.missing` when none is set.
 */
export async function testConnection(
  ctx: Context,
  { kind, groups = [] }: { kind: SettableConnection; groups?: readonly string[] },
): Promise<ConnectionCheck[]> {
  requireMay(ctx, "connection:edit");
  const checks = await checksOf(ctx, kind, groups);
  await inTransaction(ctx, (tx) =>
    record(ctx, tx, "connections.tested", { kind: "connection", id: kind }, { ok: checks.every(({ ok }) => ok) }),
  );
  return checks;
}

async function checksOf(ctx: Context, kind: SettableConnection, groups: readonly string[]): Promise<ConnectionCheck[]> {
  // The demo's letters go to disk also when no server is set.
  if (kind !== "mail" || !env().DEMO) await getConnection(ctx, kind);
  if (kind === "mail") return mailChecks(ctx);
  return kind === "mdm" ? (await mdmFor(ctx)).check() : (await directoryFor(ctx)).check(groups);
}

/** Both ways: how letters leave, and where mail is fetched. */
async function mailChecks(ctx: Context): Promise<ConnectionCheck[]> {
  const [out, fetcher] = [await (await mailerFor(ctx)).check(), await fetcherFor(ctx)];
  return fetcher ? [...out, ...(await fetcher.check())] : out;
}
