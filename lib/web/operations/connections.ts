import * as z from "zod";
import type { Context } from "@/lib/base/context";
import { getConnection } from "@/lib/connections/get-connection";
import { type PutConnection, putConnection } from "@/lib/connections/put-connection";
import { connectionSettings, type SettableConnection } from "@/lib/connections/schema";
import { testConnection } from "@/lib/connections/test-connection";
import { personligGroups } from "@/lib/orders/personlig-groups";
import { type Answer, endpoint } from "../api";
import { Instant, shownInstantOrNull } from "../present/instant";

/** The settings as they were given, without their secrets, which are write-only. */
const ConnectionAnswer = z.looseObject({ updatedAt: Instant.nullable() }).meta({ id: "Connection" });

const CheckAnswer = z.object({ check: z.string(), ok: z.boolean(), detail: z.string() }).meta({ id: "Check" });

export const mdmCalls = connectionCalls("mdm");
export const directoryCalls = connectionCalls("directory");
export const mailCalls = connectionCalls("mail");

function connectionCalls(kind: SettableConnection) {
  const get = endpoint({
    summary: "api.operation.getConnection",
    scope: "read",
    answer: ConnectionAnswer,
    run: (ctx) => connectionNow(ctx, kind),
  });
  const put = endpoint({
    summary: "api.operation.putConnection",
    scope: "write",
    body: connectionSettings[kind] as z.ZodType,
    answer: ConnectionAnswer,
    run: async (ctx, { body }) => {
      await putConnection(ctx, { kind, settings: body } as PutConnection);
      return connectionNow(ctx, kind);
    },
  });
  const test = endpoint({
    summary: "api.operation.testConnection",
    scope: "write",
    body: z.object({}),
    answer: z.object({ checks: z.array(CheckAnswer) }),
    run: async (ctx) => ({ body: { checks: await testConnection(ctx, { kind, groups: personligGroups }) } }),
  });
  return { get, put, test };
}

async function connectionNow(ctx: Context, kind: SettableConnection): Promise<Answer> {
  const { settings, updatedAt } = await getConnection(ctx, kind);
  return { body: { ...settings, updatedAt: shownInstantOrNull(ctx, updatedAt) } };
}
