import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import type { Context } from "@/lib/base/context";
import { Conflict, Invalid, RuleBroken } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { getDraft } from "@/lib/people/drafts";
import { endSession } from "@/lib/people/end-session";
import { findSession } from "@/lib/people/find-session";
import { startSession } from "@/lib/people/start-session";
import { makeTown, type Town } from "@/lib/testing/town";
import { personAction } from "./action";
import { claimCookie, languageCookie, organisationCookie, sessionCookie } from "./cookies";
import { typedBefore } from "./typed-before";

vi.stubEnv("LOG_LEVEL", "silent");

const jar = new Map<string, string>();
const refreshed = vi.fn();
vi.mock("next/cache", () => ({ refresh: () => refreshed() }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
  headers: async () => new Headers({ host: "portal.example", "x-path": "/orders?page=2", "x-request-id": "abc123" }),
}));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`);
  },
}));
// React keeps `cache` to its server build: outside a render there is nothing to share.
vi.mock("react", () => ({ cache: (make: unknown) => make }));

let town: Town;
let token = "";
const Note = z.object({ note: z.string().min(3, "account.errors.tokenName"), tags: z.array(z.string()).default([]) });

beforeAll(async () => {
  town = await makeTown("staff");
});
beforeEach(async () => {
  jar.clear();
  refreshed.mockClear();
  ({ token } = await startSession(town.as("anonymous"), { personId: personOf(town.as("staff")).personId }));
  jar.set(sessionCookie.name, token);
  jar.set(organisationCookie.name, town.slug);
});

function form(fields: Record<string, string | string[]>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) made.append(name, each);
  return made;
}

const asks = (verb: (ctx: Context, input: z.output<typeof Note>) => Promise<unknown>, goTo?: () => string) =>
  personAction(Note, verb, goTo ? { goTo } : {});
const typed = { note: "Hej på dig", tags: ["a", "b"] };

describe("personAction", () => {
  it("runs the verb as the person, with the request's reference, and answers its value", async () => {
    const done = await asks(async (ctx, input) => [personOf(ctx).personId, ctx.request, input])(null, form(typed));
    expect(done).toEqual({ ok: true, value: [personOf(town.as("staff")).personId, "abc123", typed] });
    expect(refreshed).toHaveBeenCalledOnce();
  });

  it("goes on when it is told where", async () => {
    await expect(
      asks(
        async () => 1,
        () => "/orders/1",
      )(null, form(typed)),
    ).rejects.toThrow("redirect /orders/1");
  });

  it("answers bad fields with their sentences and what was typed, without asking the verb", async () => {
    const verb = vi.fn();
    expect(await asks(verb)(null, form({ note: "x", tags: ["a"] }))).toEqual({
      ok: false,
      message: "Det finns ett problem med det du fyllde i.",
      fields: { note: "Ge nyckeln ett namn, så att du känner igen den." },
      values: { note: ["x"], tags: ["a"] },
      code: "errors.invalid",
    });
    expect(verb).not.toHaveBeenCalled();
  });

  it.each([
    [
      "a domain error",
      () => new RuleBroken("people.draftTooLarge"),
      "Det du skrev är för långt för att sparas. Korta texten.",
    ],
    ["a conflict", () => new Conflict(), "Någon annan hann ändra det här. Ladda om sidan och försök igen."],
    ["a fault", () => new TypeError("hemligt ord"), "uppge abc123"],
    [
      "a lost database",
      () => new Error("q", { cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }) }),
      "svarar inte just nu",
    ],
  ])("turns %s into its sentence, and loses nothing typed", async (_, fault, sentence) => {
    const done = await asks(async () => Promise.reject(fault()))(null, form(typed));
    expect(done).toMatchObject({ ok: false, values: { note: ["Hej på dig"], tags: ["a", "b"] } });
    expect(done.ok ? "" : done.message).toContain(sentence);
    expect(JSON.stringify(done)).not.toContain("hemligt");
  });

  it("puts a verb's own bad fields at their places", async () => {
    const verb = async () => Promise.reject(new Invalid([{ path: "tags.1", key: "errors.fields.choice" }]));
    expect(await asks(verb)(null, form(typed))).toMatchObject({ fields: { "tags.1": "Välj ett av alternativen." } });
  });

  it("changes language on the way and keeps what was typed, unjudged", async () => {
    const verb = vi.fn();
    const done = await asks(verb)(null, form({ note: "x", intent: "language:en" }));
    expect(done).toMatchObject({ ok: false, message: "", fields: {}, values: { note: ["x"] } });
    expect(jar.get(languageCookie.name)).toBe("en");
    expect(verb).not.toHaveBeenCalled();
  });
});

describe("a session that has ended", () => {
  const draftIn = (fault: unknown) => /draft%3D([0-9a-f-]{36})/.exec(String(fault))?.[1] ?? "";
  const send = () => asks(async () => 1)(null, form(typed)).catch((fault: unknown) => fault);

  it("by itself: what was typed is kept for its person, and the way leads back to the form", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2099, 0) });
    const sent = await send().finally(() => vi.useRealTimers());
    expect(String(sent)).toContain("redirect /sign-in?return=%2Forders%3Fpage%3D2%26draft%3D");
    expect(await getDraft(town.as("staff"), draftIn(sent))).toMatchObject({ form: "/orders", content: typed_ });
    expect(jar.has(claimCookie.name)).toBe(false);
  });

  it("by being ended: only the same browser finds it, after signing in again", async () => {
    const sessionId = (await findSession(token))?.sessionId ?? "";
    await endSession(town.as("staff"), { sessionId });
    const draft = draftIn(await send());
    const claim = jar.get(claimCookie.name) ?? "";
    jar.delete(claimCookie.name);
    expect(await typedBefore(town.as("staff"), draft)).toBeNull();
    jar.set(claimCookie.name, claim);
    expect(await typedBefore(town.as("staff"), draft)).toEqual(typed_);
  });

  const typed_ = { note: ["Hej på dig"], tags: ["a", "b"] };
});
