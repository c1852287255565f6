import { beforeAll, describe, expect, it } from "vitest";
import { apiTokens } from "@/db/schema/people";
import { read } from "@/lib/base/context";
import { NotAllowed, NotFound } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { makeTown, type Town } from "@/lib/testing/town";
import { listTokens } from "./account";
import { disablePerson } from "./disable-person";
import { findToken } from "./find-token";
import { makeToken } from "./make-token";
import { revokeToken } from "./revoke-token";
import { MakeToken } from "./schema";

let town: Town;
let other: Town;
const input = { name: "Skanner", scopes: ["read"] as "read"[], days: 30 };

beforeAll(async () => {
  town = await makeTown("staff", "administrator", "first_line");
  other = await makeTown("staff", "administrator");
});

describe("makeToken", () => {
  it("gives a token that acts as its person within its scopes", async () => {
    const made = await makeToken(town.as("staff"), input);
    expect(made.token).toMatch(new RegExp(`^sp_${town.slug}_[\\w-]{43}$`));
    const found = await findToken(made.token);
    expect(found?.person).toMatchObject({ personId: personOf(town.as("staff")).personId, scopes: ["read"] });
    expect(found?.organisation.slug).toBe(town.slug);
  });

  it("keeps only a hash, and lists the token without it", async () => {
    const { id, token } = await makeToken(town.as("staff"), input);
    const kept = await read(town.as("portal"), (tx) => tx.select().from(apiTokens));
    expect(JSON.stringify(kept)).not.toContain(token.slice(-43));
    const listed = await listTokens(town.as("staff"));
    expect(listed.map((each) => each.id)).toContain(id);
    expect(JSON.stringify(listed)).not.toContain("Hash");
  });

  it("is refused to nobody, to a token, and with scope mail to all but the administrator", async () => {
    await expect(makeToken(town.as("anonymous"), input)).rejects.toThrow(NotAllowed);
    const ctx = town.as("staff");
    const actor = { ...personOf(ctx), scopes: ["write" as const] };
    await expect(makeToken({ ...ctx, actor }, input)).rejects.toThrow("people.tokenMakesNoToken");
    await expect(makeToken(ctx, { ...input, scopes: ["mail"] })).rejects.toThrow("people.mailScope");
    await expect(makeToken(town.as("administrator"), { ...input, scopes: ["mail"] })).resolves.toBeDefined();
  });
});

describe("a token", () => {
  it("works until it expires", async () => {
    const { token, expiresAt } = await makeToken(town.as("staff"), input);
    expect(await findToken(token, new Date(expiresAt.getTime() - 1))).not.toBeNull();
    expect(await findToken(token, expiresAt)).toBeNull();
  });

  it("is no sign-in when it was made on a page, and one from its making on by npm run token", async () => {
    const ctx = town.as("staff");
    const onPage = await makeToken(ctx, input);
    expect((await findToken(onPage.token))?.person.authenticatedAt).toBeNull();
    const byCommand = await makeToken(ctx, input, { standsForSignIn: true });
    const found = await findToken(byCommand.token);
    expect(found?.person.authenticatedAt?.getTime()).toBe(byCommand.expiresAt.getTime() - 30 * 86_400_000);
  });

  it("asked for as a sign-in on a page is still none", async () => {
    const asked = MakeToken.parse({ ...input, standsForSignIn: true, authenticatedAt: new Date(0) });
    const { token } = await makeToken(town.as("staff"), asked);
    expect((await findToken(token))?.person.authenticatedAt).toBeNull();
  });

  it("is nobody's when forged, or moved to another organisation", async () => {
    const { token } = await makeToken(town.as("staff"), input);
    const moved = token.replace(town.slug, other.slug);
    for (const forged of ["", "sp_", moved, `${token}x`, token.slice(0, -1), `sp_nowhere_${token.slice(-43)}`]) {
      expect(await findToken(forged), forged).toBeNull();
    }
  });

  it("dies with its person", async () => {
    const doomed = await makeTown("staff", "administrator");
    const { token } = await makeToken(doomed.as("staff"), input);
    await disablePerson(doomed.as("administrator"), { personId: personOf(doomed.as("staff")).personId });
    expect(await findToken(token)).toBeNull();
  });
});

describe("revokeToken", () => {
  it("takes one's own back at once, and once", async () => {
    const { id: tokenId, token } = await makeToken(town.as("staff"), input);
    const ctx = town.as("staff");
    const outcomes = await Promise.allSettled([revokeToken(ctx, { tokenId }), revokeToken(ctx, { tokenId })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await findToken(token)).toBeNull();
  });

  it("leaves another's alone, but for the administrator", async () => {
    const { id: tokenId, token } = await makeToken(town.as("staff"), input);
    await expect(revokeToken(town.as("first_line"), { tokenId })).rejects.toThrow(NotFound);
    await expect(revokeToken(other.as("administrator"), { tokenId })).rejects.toThrow(NotFound);
    expect(await findToken(token)).not.toBeNull();
    await revokeToken(town.as("administrator"), { tokenId });
    expect(await findToken(token)).toBeNull();
  });
});
