import { randomBytes } from "node:crypto";
import { openDatabase } from "@/db/client";
import { makeOrganisation, makePerson, makeUnit, type UnitRow } from "@/db/factories";
import type { Role } from "@/db/words";
import type { Actor, Context } from "@/lib/base/context";

/** A municipality of a test's own: one unit, and a person of each role it asks for. */
export type Town = { slug: string; unit: UnitRow; as: (role: Role | "portal" | "anonymous", at?: Date) => Context };

/** Its contexts act at this instant unless told otherwise: a Monday morning. */
export const townMorning = new Date("2026-12-14T09:00:00+01:00");

/** Writes a municipality as the database's owner; what follows acts as the portal's own role, under row-level security. */
export async function makeTown(...roles: Role[]): Promise<Town> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("the tests' database is not up");
  const owner = openDatabase(url, { max: 1, name: "serviceportalen-test-owner" });
  const slug = `town-${randomBytes(4).toString("hex")}`;
  const made = await owner.db.transaction(async (tx) => {
    const organisation = await makeOrganisation(tx, { slug, at: townMorning });
    const unit = await makeUnit(tx, organisation, { slug, costCentres: ["1000-10"] });
    const actors = new Map<string, Actor>([
      ["portal", { kind: "portal" }],
      ["anonymous", { kind: "anonymous" }],
    ]);
    for (const role of roles) {
      const words = { email: `${role}@${slug}.example`, name: `Test ${role}`, unit, at: townMorning };
      const person = await makePerson(tx, organisation, { ...words, roles: role === "staff" ? [] : [[role, unit]] });
      actors.set(role, {
        ...{ kind: "person", personId: person.id, name: person.name, email: person.email, unitId: unit.id },
        ...{ unitPath: unit.path, grants: [{ role, unitPath: unit.path }], authenticatedAt: townMorning },
      } as const);
    }
    return { organisation, unit, actors };
  });
  await owner.close();
  const as: Town["as"] = (role, at = townMorning) => {
    const actor = made.actors.get(role);
    if (!actor) throw new Error(`the town has no ${role}`);
    return { organisation: made.organisation, actor, now: at, language: "sv", request: "test" };
  };
  return { slug, unit: made.unit, as };
}
