import { beforeAll, describe, expect, it } from "vitest";
import { NotAllowed } from "@/lib/base/errors";
import { makeTown, type Town } from "@/lib/testing/town";
import { listGroupMappings, mapGroups } from "./map-groups";

let town: Town;
let other: Town;

beforeAll(async () => {
  town = await makeTown("administrator", "staff");
  other = await makeTown("administrator");
});

describe("mapGroups", () => {
  const one = () => ({ groups: [{ group: "IT-Desk", role: "first_line" as const, unit: town.slug }] });

  it("keeps the whole list, and the next list replaces it", async () => {
    const ctx = town.as("administrator");
    await mapGroups(ctx, one());
    expect(await listGroupMappings(ctx)).toEqual(one());
    await mapGroups(ctx, { groups: [] });
    expect(await listGroupMappings(ctx)).toEqual({ groups: [] });
  });

  it("refuses the wrong role", async () => {
    await expect(mapGroups(town.as("staff"), one())).rejects.toThrow(NotAllowed);
  });

  it("knows no unit of another organisation, and touches no list but its own", async () => {
    await mapGroups(town.as("administrator"), one());
    const theirs = other.as("administrator");
    await expect(mapGroups(theirs, one())).rejects.toMatchObject({
      fields: [{ path: "groups.0.unit", key: "people.noSuchUnit" }],
    });
    await mapGroups(theirs, { groups: [] });
    expect(await listGroupMappings(town.as("administrator"))).toEqual(one());
  });
});
