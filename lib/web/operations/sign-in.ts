import * as z from "zod";
import type { Context } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { putSignIn } from "@/lib/connections/put-sign-in";
import { PutSignIn, SignInSettings } from "@/lib/connections/sign-in-settings";
import { listGroupMappings, MapGroups, mapGroups } from "@/lib/people/map-groups";
import { type Answer, endpoint } from "../api";
import { findSignInSettings } from "../sign-in-connection";

const Shown = SignInSettings.extend({ groupsClaim: z.string() }).meta({ id: "SignInConnection" });
const Mappings = MapGroups.meta({ id: "GroupMappings" });

export const getSignIn = endpoint({
  summary: "api.operation.getConnection",
  scope: "read",
  answer: Shown,
  run: (ctx) => signInNow(ctx),
});

export const setSignIn = endpoint({
  summary: "api.operation.putConnection",
  scope: "write",
  body: PutSignIn as z.ZodType<PutSignIn>,
  answer: Shown,
  run: async (ctx, { body }) => {
    await putSignIn(ctx, body);
    return signInNow(ctx);
  },
});

export const getGroups = endpoint({
  summary: "api.operation.getGroups",
  scope: "read",
  answer: Mappings,
  run: async (ctx) => ({ body: await listGroupMappings(ctx) }),
});

export const setGroups = endpoint({
  summary: "api.operation.putGroups",
  scope: "write",
  body: MapGroups,
  answer: Mappings,
  run: async (ctx, { body }) => {
    await mapGroups(ctx, body);
    return { body: await listGroupMappings(ctx) };
  },
});

async function signInNow(ctx: Context): Promise<Answer> {
  requireMay(ctx, "connection:edit");
  const settings = await findSignInSettings(ctx);
  if (!settings) throw new NotFound("connections.missing");
  return { body: settings };
}
