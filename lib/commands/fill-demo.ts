import { sql } from "drizzle-orm";
import { openDatabase, type Tx } from "@/db/client";
import { demoPlaces, fillDemoOrganisation, type Place } from "@/db/demo";
import { demoAnswers, demoChecklists } from "@/db/demo/desk-work";
import { seedGuides } from "@/db/demo/guides";
import { ipadService } from "@/db/demo/ipad-service";
import { ipadHardware } from "@/db/demo/ipad-service/hardware";
import { demoCategories, demoMatrix, demoMembers } from "@/db/demo/servicedesk";
import type { OrganisationRow } from "@/db/factories";
import { organisations } from "@/db/schema/organisations";
import { certificationSteps } from "@/db/words";
import { now } from "@/lib/base/clock";
import type { Context } from "@/lib/base/context";
import { SettingFault } from "@/lib/base/env";
import { demoCalendars, demoPolicies } from "@/lib/calendars/demo-calendars";
import { demoServiceLevels } from "@/lib/calendars/demo-service-levels";
import { saveCalendar } from "@/lib/calendars/save-calendar";
import { savePolicy } from "@/lib/calendars/save-policy";
import { saveServiceLevel } from "@/lib/calendars/save-service-level";
import { addHardware } from "@/lib/catalogue/add-hardware";
import { certifyHardware } from "@/lib/catalogue/certify-hardware";
import { draftService } from "@/lib/catalogue/draft-service";
import { publishService } from "@/lib/catalogue/publish-service";
import { saveAnswer } from "@/lib/desk/save-answer";
import { saveChecklist } from "@/lib/desk/save-checklist";
import { fillGuides } from "@/lib/guides/fill-guides";
import { changeQueue } from "@/lib/tickets/change-queue";
import { saveCategory } from "@/lib/tickets/save-category";
import { savePriorityMatrix } from "@/lib/tickets/save-priority-matrix";
import { SaveCategory } from "@/lib/tickets/schema";
import { fillDemoDisruptions } from "./fill-demo-disruptions";
import { fillDemoTickets } from "./fill-demo-tickets";

/**
 * Fills the demo municipalities in on the first start. SettingFault when the database holds others: a demo's persona sign-in must
 * never stand beside real people.
 */
export async function fillDemo(url: string): Promise<void> {
  const owner = openDatabase(url, { max: 1, name: "serviceportalen-demo" });
  try {
    await owner.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(5214772)`);
      const there = await tx.select({ slug: organisations.slug, isDemo: organisations.isDemo }).from(organisations);
      if (there.some((each) => !each.isDemo)) {
        throw new SettingFault("DEMO should be 0: the database holds municipalities that are not the demo's");
      }
      const places = demoPlaces.filter((place) => !there.some((each) => each.slug === place.slug));
      for (const place of places) {
        const at = now();
        const organisation = await fillPlace(tx, place, at);
        await fillDemoTickets(tx, organisation, at);
        await fillDemoDisruptions(tx, organisation, place.like, at);
      }
    });
  } finally {
    await owner.close();
  }
}

/** One municipality with everything in it; `like` says whose texts it has. The tests make theirs by it too. */
export async function fillPlace(tx: Tx, place: Place, at: Date): Promise<OrganisationRow> {
  const { organisation, units } = await fillDemoOrganisation(tx, place, at);
  const ctx: Context = {
    organisation,
    actor: {
      ...{
        kind: "person",
        personId: await adminId(tx, place.slug),
        name: "admin",
        email: `admin@${place.slug}.example`,
      },
      ...{ unitId: units.root.id, unitPath: units.root.path, authenticatedAt: at },
      grants: [{ role: "administrator", unitPath: units.root.path }],
    },
    ...{ now: at, language: "sv", request: "demo", tx },
  };
  for (const calendar of demoCalendars()) await saveCalendar(ctx, calendar);
  for (const policy of demoPolicies()) await savePolicy(ctx, policy);
  await fillDesk(ctx, place);
  await fillGuides(ctx, seedGuides);
  await draftService(ctx, { ...ipadService(place.like), basedOn: 0 });
  await publishService(ctx, { service: "ipad", version: 1 });
  await fillHardware(ctx);
  return organisation;
}

async function fillDesk(ctx: Context, place: Place): Promise<void> {
  for (const level of demoServiceLevels()) await saveServiceLevel(ctx, level);
  for (const [queue, members] of Object.entries(demoMembers)) {
    await changeQueue(ctx, { queue, members: members.map((who) => `${who}@${place.slug}.example`) });
  }
  for (const category of demoCategories) await saveCategory(ctx, SaveCategory.parse(category));
  await savePriorityMatrix(ctx, { basedOn: 0, matrix: demoMatrix });
  for (const answer of demoAnswers) await saveAnswer(ctx, { ...answer, isShared: true });
  for (const checklist of demoChecklists) await saveChecklist(ctx, checklist);
}

async function fillHardware(ctx: Context): Promise<void> {
  for (const [position, { certification, ...model }] of ipadHardware.entries()) {
    await addHardware(ctx, { ...model, position });
    for (const [n, outcome] of certification.entries()) {
      const step = certificationSteps[n];
      if (step) await certifyHardware(ctx, { model: model.slug, step, ...outcome });
    }
  }
}

async function adminId(tx: Tx, slug: string): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`select id from persons where email = ${`admin@${slug}.example`}`);
  if (!row) throw new Error("the demo has no administrator");
  return row.id;
}
