import { eq } from "drizzle-orm";
import type { z } from "zod";
import { connections } from "@/db/schema/connections";
import { type Context, read } from "@/lib/base/context";
import { seal, unseal } from "@/lib/base/seal";
import { connectionSettings, type SettableConnection } from "./schema";

type SettingsOf<Kind extends SettableConnection> = z.output<(typeof connectionSettings)[Kind]>;

const purposeOf = (ctx: Context, kind: SettableConnection) => `${kind}:${ctx.organisation.id}`;

/** Everything about a connection is sealed as one: nothing of it can be swapped in the database. */
export function sealSettings(ctx: Context, kind: SettableConnection, settings: unknown): string {
  return seal(JSON.stringify(settings), purposeOf(ctx, kind));
}

/** The organisation's settings for one connection, secrets opened; null when none are set. */
export async function findSettings<Kind extends SettableConnection>(
  ctx: Context,
  kind: Kind,
): Promise<SettingsOf<Kind> | null> {
  const [row] = await read(ctx, (tx) => tx.select().from(connections).where(eq(connections.kind, kind)));
  if (!row?.sealed) return null;
  return connectionSettings[kind].parse(JSON.parse(unseal(row.sealed, purposeOf(ctx, kind)))) as SettingsOf<Kind>;
}
