import { and, eq } from "drizzle-orm";
import { connections } from "@/db/schema/connections";
import { type Context, read } from "@/lib/base/context";
import { env } from "@/lib/base/env";
import { NotFound } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import type { SettableConnection } from "./schema";

export type ShownConnection = { settings: Record<string, unknown>; updatedAt: Date | null };

/**
 * A connection's settings without their secrets, for administrators. A demo without one speaks to the simulator, and says so.
 * NotFound `connections.missing` when none is set.
 */
export async function getConnection(ctx: Context, kind: SettableConnection): Promise<ShownConnection> {
  requireMay(ctx, "connection:edit");
  const [row] = await read(ctx, (tx) =>
    tx
      .select({ settings: connections.settings, updatedAt: connections.updatedAt })
      .from(connections)
      .where(and(eq(connections.organisationId, ctx.organisation.id), eq(connections.kind, kind))),
  );
  if (row) return row;
  if (env().DEMO && kind !== "mail") return { settings: { provider: "simulator" }, updatedAt: null };
  throw new NotFound("connections.missing");
}
