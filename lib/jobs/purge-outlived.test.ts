import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { idempotencyKeys } from "@/db/schema/history";
import { apiTokens, drafts, sessions } from "@/db/schema/people";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { personOf } from "@/lib/base/may";
import { makeTown, type Town } from "@/lib/testing/town";
import { keptDays, purgeOutlived } from "./purge-outlived";
import { daily } from "./timetable";

const at = systemNow();
const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000);
const tables = { keys: idempotencyKeys, drafts, sessions, tokens: apiTokens };

let town: Town;
let other: Town;

beforeEach(async () => {
  vi.stubEnv("LOG_LEVEL", "silent");
  town = await makeTown("staff");
  other = await makeTown("staff");
});

/** One row of each kind: all that counts lies this many days back. */
async function leave(ctx: Context, days: number) {
  const { personId } = personOf(ctx);
  const then = daysAgo(days);
  const row = () => ({ id: newId(), organisationId: ctx.organisation.id, personId });
  await inTransaction(ctx, async (tx) => {
    await tx.insert(idempotencyKeys).values({ ...row(), key: newId(), requestHash: "x", createdAt: then });
    await tx.insert(drafts).values({ ...row(), form: "/order", content: "{}", updatedAt: then });
    const times = { createdAt: then, authenticatedAt: then, lastSeenAt: then, expiresAt: then };
    await tx.insert(sessions).values({ ...row(), ...times, tokenHash: newId() });
    const token = { name: "t", scopes: ["read" as const], createdAt: then, expiresAt: then };
    await tx.insert(apiTokens).values({ ...row(), ...token, tokenHash: newId() });
  });
}

async function counts(ctx: Context) {
  const found: Record<string, number> = {};
  for (const [name, table] of Object.entries(tables))
    found[name] = (await read(ctx, (tx) => tx.select().from(table))).length;
  return found;
}

afterEach(() => vi.useRealTimers());

describe("purgeOutlived", () => {
  it("deletes what has outlived its days and leaves what has not", async () => {
    const ctx = town.as("staff");
    for (const days of [0, 29.9, 30.1, 89.9, 90.1]) await leave(ctx, days);
    expect(await purgeOutlived(town.as("portal"), at)).toBe(false);
    expect(await counts(ctx)).toEqual({ keys: 2, drafts: 4, sessions: 2, tokens: 2 });
    expect(keptDays).toMatchObject({ idempotencyKey: 30, draft: 90, session: 30, token: 30 });
  });

  it("counts a session and a token from their end, be it by hand or by itself", async () => {
    const ctx = town.as("staff");
    await leave(ctx, 0);
    await inTransaction(ctx, async (tx) => {
      await tx.update(sessions).set({ endedAt: daysAgo(31) });
      await tx.update(apiTokens).set({ revokedAt: daysAgo(31) });
    });
    await purgeOutlived(town.as("portal"), at);
    expect(await counts(ctx)).toMatchObject({ sessions: 0, tokens: 0 });
  });

  it("takes a draft without an author as soon as nobody can claim it", async () => {
    const ctx = town.as("staff");
    for (const days of [1.9, 2.1]) await leave(ctx, days);
    await inTransaction(ctx, (tx) => tx.update(drafts).set({ personId: null, claimHash: "x" }));
    await purgeOutlived(town.as("portal"), at);
    expect((await counts(ctx)).drafts).toBe(1);
  });

  it("leaves other organisations' rows to their own turn", async () => {
    await leave(other.as("staff"), 200);
    await purgeOutlived(town.as("portal"), at);
    expect(await counts(other.as("staff"))).toEqual({ keys: 1, drafts: 1, sessions: 1, tokens: 1 });
    await purgeOutlived(other.as("portal"), at);
    expect(await counts(other.as("staff"))).toEqual({ keys: 0, drafts: 0, sessions: 0, tokens: 0 });
  });

  it("takes a batch at a time, says whether there is more, and waits for no one's lock", async () => {
    const ctx = town.as("staff");
    for (let n = 0; n < 3; n++) await leave(ctx, 200);
    expect(await purgeOutlived(town.as("portal"), at, 2)).toBe(true);
    expect((await counts(ctx)).keys).toBe(1);
    await inTransaction(ctx, async (tx) => {
      await tx.select().from(idempotencyKeys).for("update");
      expect(await purgeOutlived(town.as("portal"), at, 2)).toBe(false);
    });
    expect(await counts(ctx)).toEqual({ keys: 1, drafts: 0, sessions: 0, tokens: 0 });
  });
});

describe("daily", () => {
  it("purges when the worker starts and then once a day", async () => {
    const [ctx, purge] = [town.as("staff"), daily()];
    vi.useFakeTimers({ toFake: ["Date"], now: at });
    const keysAfterRoundAt = async (days: number) => {
      await leave(ctx, 200);
      vi.setSystemTime(daysAgo(-days));
      await purge([ctx.organisation]);
      return (await counts(ctx)).keys;
    };
    expect(await keysAfterRoundAt(0)).toBe(0);
    expect(await keysAfterRoundAt(0.99)).toBe(1);
    expect(await keysAfterRoundAt(1)).toBe(0);
  });
});
