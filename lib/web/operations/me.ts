import * as z from "zod";
import { roles } from "@/db/words";
import type { Grant } from "@/lib/base/context";
import { personOf } from "@/lib/base/may";
import { listUnitsFor } from "@/lib/people/units";
import { endpoint } from "../api";

const MeAnswer = z
  .object({
    email: z.email(),
    name: z.string(),
    organisation: z.string(),
    roles: z.array(z.object({ role: z.enum(roles), unit: z.string() })),
    units: z.array(z.object({ slug: z.string(), name: z.string(), costCentres: z.array(z.string()) })),
  })
  .meta({ id: "Me" });

export const getMe = endpoint({
  summary: "api.operation.me",
  scope: "read",
  answer: MeAnswer,
  run: async (ctx) => {
    const { email, name, grants } = personOf(ctx);
    const units = await listUnitsFor(ctx);
    return {
      body: {
        ...{ email, name, organisation: ctx.organisation.slug },
        roles: rolesOf(grants),
        units: units.map(({ slug, name: called, costCentres }) => {
          return { slug, name: called, costCentres: costCentres.map(({ code }) => code) };
        }),
      },
    };
  },
});

/** Each once, though one's own and lent by several. */
function rolesOf(grants: Grant[]) {
  const held = grants.map((grant) => ({ role: grant.role, unit: unitSlugOf(grant) }));
  return [...new Map(held.map((each) => [`${each.role} ${each.unit}`, each])).values()];
}

/** A unit's path is made of slugs, its own the last: "/aminne/skola/". */
const unitSlugOf = ({ unitPath }: Grant): string => unitPath.split("/").at(-2) ?? "";
