import type { Db } from "@/db/client";
import { seedGuides } from "@/db/demo/guides";
import { demoCategories, demoMatrix } from "@/db/demo/servicedesk";
import { makeOrganisation, makePerson, makeQueue, makeUnit, type OrganisationRow, type UnitRow } from "@/db/factories";
import type { Role } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { demoCalendars, demoPolicies } from "@/lib/calendars/demo-calendars";
import { demoServiceLevels } from "@/lib/calendars/demo-service-levels";
import { saveCalendar } from "@/lib/calendars/save-calendar";
import { savePolicy } from "@/lib/calendars/save-policy";
import { saveServiceLevel } from "@/lib/calendars/save-service-level";
import { fillGuides } from "@/lib/guides/fill-guides";
import { changeQueue } from "@/lib/tickets/change-queue";
import { saveCategory } from "@/lib/tickets/save-category";
import { savePriorityMatrix } from "@/lib/tickets/save-priority-matrix";
import { SaveCategory } from "@/lib/tickets/schema";

export type NewOrganisation = { slug: string; name: string; admin: string; adminName: string };

/**
 * A first municipality that can take a ticket at once: calendars, service levels, categories, matrix and guides as the demo has them, to be
 * changed, and its administrator, who leads the desk and works both its queues until others do.
 */
export async function fillOrganisation(db: Db, wanted: NewOrganisation, at: Date): Promise<OrganisationRow> {
  return db.transaction(async (tx) => {
    const organisation = await makeOrganisation(tx, { slug: wanted.slug, name: wanted.name, at });
    const root = await makeUnit(tx, organisation, { slug: wanted.slug, name: wanted.name });
    await makeQueue(tx, organisation, { slug: "line-1", name: "Första linjen", line: 1, unit: root });
    await makeQueue(tx, organisation, { slug: "sensitive", name: "Känsliga ärenden", line: 1, unit: root });
    const email = wanted.admin.toLowerCase();
    const roles: [Role, UnitRow][] = [
      ["administrator", root],
      ["lead", root],
    ];
    const person = await makePerson(tx, organisation, { email, name: wanted.adminName, unit: root, at, roles });
    const grants = roles.map(([role]) => ({ role, unitPath: root.path }));
    const own = { personId: person.id, name: person.name, email, unitId: root.id, unitPath: root.path };
    await fillDesk({
      ...{ organisation, now: at, language: "sv", request: "organisation", tx },
      actor: { kind: "person", ...own, grants, authenticatedAt: at },
    });
    return organisation;
  });
}

async function fillDesk(ctx: Context): Promise<void> {
  for (const calendar of demoCalendars()) await saveCalendar(ctx, calendar);
  for (const policy of demoPolicies()) await savePolicy(ctx, policy);
  for (const level of demoServiceLevels()) await saveServiceLevel(ctx, level);
  const members = ctx.actor.kind === "person" ? [ctx.actor.email] : [];
  for (const queue of ["line-1", "sensitive"]) await changeQueue(ctx, { queue, members });
  for (const { queue, ...category } of demoCategories) {
    const own = queue === "sensitive" ? { queue, line: 1 } : {};
    await saveCategory(ctx, SaveCategory.parse({ ...category, ...own }));
  }
  await savePriorityMatrix(ctx, { basedOn: 0, matrix: demoMatrix });
  await fillGuides(ctx, seedGuides);
}
