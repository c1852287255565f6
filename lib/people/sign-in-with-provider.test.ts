import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { groupMappings, identities, persons, roleAssignments } from "@/db/schema/people";
import type { Role } from "@/db/words";
import { inTransaction, read } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { personOf } from "@/lib/base/may";
import { makeTown, type Town } from "@/lib/testing/town";
import { claimedGroups } from "./claimed-groups";
import { disablePerson } from "./disable-person";
import { type ProvenIdentity, signInWithProvider } from "./sign-in-with-provider";

let town: Town;
let other: Town;

beforeAll(async () => {
  town = await makeTown("staff", "first_line", "second_line", "third_line", "lead", "administrator");
  other = await makeTown("staff");
  await mapGroup("Servicedesk 1", "first_line");
  await mapGroup("Servicedesk ledare", "lead");
});

const proven = (given: Partial<ProvenIdentity> = {}): ProvenIdentity => {
  const subject = given.subject ?? newId();
  const email = `${subject}@${town.slug}.example`;
  return {
    issuer: "https://idp.example",
    subject,
    email,
    isEmailUnverified: false,
    name: "Ny Person",
    groups: [],
    ...given,
  };
};
const signIn = (given: Partial<ProvenIdentity> = {}, at = town) =>
  signInWithProvider(at.as("anonymous"), proven(given));
const addressOf = (role: Role) => personOf(town.as(role)).email;

async function mapGroup(groupName: string, role: Role) {
  const ctx = town.as("administrator");
  const row = { id: newId(), organisationId: ctx.organisation.id, groupName, role, unitId: town.unit.id };
  await inTransaction(ctx, (tx) => tx.insert(groupMappings).values(row));
}

async function rolesOf(personId: string, source: "identity_provider" | "administrator"): Promise<Role[]> {
  const which = and(eq(roleAssignments.personId, personId), eq(roleAssignments.source, source));
  const rows = await read(town.as("portal"), (tx) => tx.select().from(roleAssignments).where(which));
  return rows.map(({ role }) => role).sort();
}

describe("the first sign-in", () => {
  it("links the person who has that address and no identity yet", async () => {
    const personId = await signIn({ subject: "link", email: addressOf("staff").toUpperCase() });
    expect(personId).toBe(personOf(town.as("staff")).personId);
  });

  it("makes a person, staff of the municipality, when the address is new", async () => {
    const personId = await signIn({ subject: "new", name: "Nora Nilén" });
    const [row] = await read(town.as("portal"), (tx) => tx.select().from(persons).where(eq(persons.id, personId)));
    expect(row).toMatchObject({ name: "Nora Nilén", unitId: town.unit.id });
    expect(await rolesOf(personId, "administrator")).toEqual(["staff"]);
  });

  it("never links by an address that the provider says is unverified", async () => {
    await expect(signIn({ email: addressOf("first_line"), isEmailUnverified: true })).rejects.toThrow(
      "people.addressTaken",
    );
  });

  it("never links someone who already has an identity of that issuer: same address, other subject", async () => {
    await signIn({ subject: "owner", email: addressOf("second_line") });
    await expect(signIn({ subject: "intruder", email: addressOf("second_line") })).rejects.toThrow(
      "people.addressTaken",
    );
  });

  it("is refused without an address, with a sentence", async () => {
    await expect(signIn({ email: null })).rejects.toThrow("people.noAddress");
  });

  it("makes one person of two at once", async () => {
    const both = await Promise.allSettled([signIn({ subject: "twin" }), signIn({ subject: "twin" })]);
    const made = both.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(new Set(made).size).toBe(1);
    const rows = await read(town.as("portal"), (tx) =>
      tx.select().from(identities).where(eq(identities.subject, "twin")),
    );
    expect(rows).toHaveLength(1);
  });
});

describe("a later sign-in", () => {
  it("knows the person by issuer and subject, whatever the address says", async () => {
    const personId = await signIn({ subject: "known" });
    expect(await signIn({ subject: "known", email: addressOf("lead"), isEmailUnverified: true })).toBe(personId);
    expect(await signIn({ subject: "known", email: null })).toBe(personId);
  });

  it("takes another issuer's same subject for another person", async () => {
    const personId = await signIn({ subject: "same" });
    expect(await signIn({ subject: "same", issuer: "https://other.example", email: "annan@kommun.example" })).not.toBe(
      personId,
    );
  });

  it("is refused when the person is disabled", async () => {
    const personId = await signIn({ subject: "gone" });
    await disablePerson(town.as("administrator"), { personId });
    await expect(signIn({ subject: "gone" })).rejects.toThrow("people.disabled");
  });

  it("is another person in another organisation", async () => {
    const here = await signIn({ subject: "both", email: "bada@kommun.example" });
    expect(await signIn({ subject: "both", email: "bada@kommun.example" }, other)).not.toBe(here);
  });
});

describe("groups", () => {
  it("become exactly the mapped roles, at each sign-in; the administrator's stay", async () => {
    const personId = await signIn({ subject: "groups", groups: ["Servicedesk 1", "Servicedesk ledare", "Okänd"] });
    expect(await rolesOf(personId, "identity_provider")).toEqual(["first_line", "lead"]);
    await signIn({ subject: "groups", groups: ["Servicedesk 1"] });
    expect(await rolesOf(personId, "identity_provider")).toEqual(["first_line"]);
    await signIn({ subject: "groups", groups: [] });
    expect(await rolesOf(personId, "identity_provider")).toEqual([]);
    expect(await rolesOf(personId, "administrator")).toEqual(["staff"]);
  });

  it("that could not be told neither give nor take", async () => {
    const personId = await signIn({ subject: "overage", groups: ["Servicedesk 1"] });
    await signIn({ subject: "overage", groups: null });
    expect(await rolesOf(personId, "identity_provider")).toEqual(["first_line"]);
    const stranger = await signIn({ subject: "overage2", groups: null });
    expect(await rolesOf(stranger, "identity_provider")).toEqual([]);
  });

  it.each([
    ["a list", { groups: ["a", "b"] }, ["a", "b"]],
    ["one, as text", { groups: "a" }, ["a"]],
    ["none", {}, []],
    ["Entra's pointer to too many", { _claim_names: { groups: "src1" } }, null],
    ["Entra's implicit-flow pointer", { hasgroups: true }, null],
    ["something else", { groups: { a: 1 } }, null],
    ["a list with something else", { groups: ["a", 1] }, null],
  ])("are read from %s", (_, claims, groups) => {
    expect(claimedGroups(claims, "groups")).toEqual(groups);
  });
});
