import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { sessions } from "@/db/schema/people";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { hashOf } from "@/lib/base/ids";
import { personOf } from "@/lib/base/may";
import { makeTown, type Town } from "@/lib/testing/town";
import { listSessions } from "./account";
import { changeRoles } from "./change-roles";
import { disablePerson } from "./disable-person";
import { endSession } from "./end-session";
import { findOwnerOfExpired, findSession } from "./find-session";
import { absoluteMs, idleMs, seenEveryMs } from "./session-lifetime";
import { startSession } from "./start-session";

let town: Town;
let other: Town;
const idOf = (ctx: Context) => personOf(ctx).personId;

beforeAll(async () => {
  town = await makeTown("staff", "administrator", "first_line");
  other = await makeTown("staff", "administrator");
});

async function signedIn(role: "staff" | "first_line" | "administrator", at = town) {
  const { token } = await startSession(at.as("anonymous"), { personId: idOf(at.as(role)) });
  const found = await findSession(token);
  if (!found) throw new Error("not signed in");
  return { token, ...found };
}

async function seenAt(token: string): Promise<Date> {
  const [row] = await read(town.as("portal"), (tx) =>
    tx
      .select({ at: sessions.lastSeenAt })
      .from(sessions)
      .where(eq(sessions.tokenHash, hashOf(token))),
  );
  if (!row) throw new Error("no such session");
  return row.at;
}

describe("a session", () => {
  it("stands for its person, with the roles there are now, and names its organisation", async () => {
    const { token, person, organisation } = await signedIn("first_line");
    expect(token.startsWith(`${town.slug}.`)).toBe(true);
    expect(organisation.slug).toBe(town.slug);
    expect(person.grants.map(({ role }) => role).sort()).toEqual(["first_line", "staff"]);
  });

  it("keeps only a hash of its token", async () => {
    const { token } = await signedIn("staff");
    const rows = await read(town.as("portal"), (tx) => tx.select().from(sessions));
    expect(JSON.stringify(rows)).not.toContain(token.split(".")[1]);
  });

  it("gets a token of its own at each sign-in", async () => {
    const [one, two] = [await signedIn("staff"), await signedIn("staff")];
    expect(one.token).not.toBe(two.token);
    expect(await findSession(one.token)).not.toBeNull();
  });

  it("ends when nothing was asked for two hours, and not before", async () => {
    const { token } = await signedIn("staff");
    const last = (await seenAt(token)).getTime();
    expect(await findSession(token, new Date(last + idleMs))).toBeNull();
    expect(await findSession(token, new Date(last + idleMs - 1))).not.toBeNull();
  });

  it("ends twelve hours after sign-in however much it is used", async () => {
    const { token, expiresAt } = await signedIn("staff");
    for (let at = expiresAt.getTime() - absoluteMs; at < expiresAt.getTime(); at += idleMs / 2) {
      expect(await findSession(token, new Date(at))).not.toBeNull();
    }
    expect(await findSession(token, expiresAt)).toBeNull();
    expect((await findOwnerOfExpired(token))?.person.personId).toBe(idOf(town.as("staff")));
  });

  it("writes down that it is used at most once a minute", async () => {
    const { token } = await signedIn("staff");
    const first = (await seenAt(token)).getTime();
    await findSession(token, new Date(first + seenEveryMs - 1));
    expect((await seenAt(token)).getTime()).toBe(first);
    await findSession(token, new Date(first + seenEveryMs));
    expect((await seenAt(token)).getTime()).toBe(first + seenEveryMs);
  });

  it("is nobody's by a forged or moved token", async () => {
    const { token } = await signedIn("staff");
    const secret = token.split(".")[1];
    for (const forged of [
      "",
      ".",
      town.slug,
      `${town.slug}.`,
      `${other.slug}.${secret}`,
      `nowhere.${secret}`,
      `${token}x`,
    ]) {
      expect(await findSession(forged), forged).toBeNull();
    }
  });
});

describe("endSession", () => {
  it("ends one's own at once, and once", async () => {
    const { token, sessionId } = await signedIn("staff");
    const ctx = town.as("staff");
    const outcomes = await Promise.allSettled([endSession(ctx, { sessionId }), endSession(ctx, { sessionId })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await findSession(token)).toBeNull();
    expect(await findOwnerOfExpired(token)).toBeNull();
    expect((await listSessions(ctx)).map(({ id }) => id)).not.toContain(sessionId);
  });

  it("leaves another's alone, but for the administrator", async () => {
    const { token, sessionId } = await signedIn("staff");
    await expect(endSession(town.as("first_line"), { sessionId })).rejects.toThrow(NotFound);
    await expect(endSession(other.as("administrator"), { sessionId })).rejects.toThrow(NotFound);
    expect(await findSession(token)).not.toBeNull();
    await endSession(town.as("administrator"), { sessionId });
    expect(await findSession(token)).toBeNull();
  });
});

describe("what changes for the person", () => {
  it("a role given and taken counts on the next request", async () => {
    const { token } = await signedIn("staff");
    const personId = idOf(town.as("staff"));
    const admin = town.as("administrator");
    const grants = async () => (await findSession(token))?.person.grants.map(({ role }) => role);
    await changeRoles(admin, { personId, roles: [{ role: "lead", unitId: town.unit.id }] });
    expect(await grants()).toEqual(["lead"]);
    await changeRoles(admin, { personId, roles: [{ role: "staff", unitId: town.unit.id }] });
    expect(await grants()).toEqual(["staff"]);
  });

  it("only an administrator of the same organisation gives roles, and only in its own units", async () => {
    const personId = idOf(town.as("staff"));
    const lead = { role: "lead", unitId: town.unit.id } as const;
    await expect(changeRoles(town.as("first_line"), { personId, roles: [lead] })).rejects.toThrow("errors.notAllowed");
    await expect(changeRoles(other.as("administrator"), { personId, roles: [] })).rejects.toThrow(
      "people.noSuchPerson",
    );
    const foreign = { role: "lead", unitId: other.unit.id } as const;
    await expect(changeRoles(town.as("administrator"), { personId, roles: [foreign] })).rejects.toThrow(
      "errors.invalid",
    );
  });

  it("being disabled ends everything on the next request; one of two who do it loses", async () => {
    const doomed = await makeTown("staff", "administrator");
    const { token } = await startSession(doomed.as("anonymous"), { personId: idOf(doomed.as("staff")) });
    const personId = idOf(doomed.as("staff"));
    await expect(disablePerson(doomed.as("staff"), { personId })).rejects.toThrow("errors.notAllowed");
    await expect(disablePerson(other.as("administrator"), { personId })).rejects.toThrow("people.noSuchPerson");
    const admin = doomed.as("administrator");
    const outcomes = await Promise.allSettled([disablePerson(admin, { personId }), disablePerson(admin, { personId })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await findSession(token)).toBeNull();
    await expect(startSession(doomed.as("anonymous"), { personId })).rejects.toThrow("people.noSuchPerson");
  });

  it("a session that is not ended still dies with its person", async () => {
    const doomed = await makeTown("staff", "administrator");
    const personId = idOf(doomed.as("staff"));
    const { token } = await startSession(doomed.as("anonymous"), { personId });
    await disablePerson(doomed.as("administrator"), { personId });
    await inTransaction(doomed.as("portal"), (tx) => tx.update(sessions).set({ endedAt: null }));
    expect(await findSession(token)).toBeNull();
    expect(await findOwnerOfExpired(token)).toBeNull();
  });
});
