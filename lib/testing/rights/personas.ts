import { eq } from "drizzle-orm";
import { makePerson, makeQueue, type UnitRow } from "@/db/factories";
import { units } from "@/db/schema/people";
import { type Context, inTransaction } from "@/lib/base/context";
import { changeQueue } from "@/lib/tickets/change-queue";
import { saveCategory } from "@/lib/tickets/save-category";
import { SaveCategory } from "@/lib/tickets/schema";
import type { World } from "../world";

/** The columns of the table: everyone of the demo, an agent for one school alone, the portal itself, and nobody known. */
export const personas = [
  ...["anonymous", "portal", "staff", "staff2", "orderer", "coordinator", "manager", "secretary", "representative"],
  ...["first", "second", "third", "lead", "printers", "admin", "schoolagent"],
] as const;

const people = personas.filter((who) => who !== "anonymous" && who !== "portal");

export async function contextOf(world: World, who: string): Promise<Context> {
  if (who === "portal") return world.portal();
  if (who === "anonymous") return { ...world.portal(), actor: { kind: "anonymous" } };
  return world.as(who);
}

/** Adds what the table needs beside the demo: a colleague in each unit, the school's own agent, and a queue that everyone works. */
export async function peopleOfTable(world: World): Promise<void> {
  const portal = world.portal();
  const { organisation, now: at } = portal;
  await inTransaction(portal, async (tx) => {
    const all = (await tx.select().from(units).where(eq(units.organisationId, organisation.id))) as UnitRow[];
    for (const unit of all) {
      const email = `colleague-${unit.slug}@${world.slug}.example`;
      await makePerson(tx, organisation, { email, name: `Kollega ${unit.name}`, unit, at });
    }
    const [school, root] = [all.find(({ slug }) => slug === "bjorkskolan"), all.find(({ parentId }) => !parentId)];
    if (!school || !root) throw new Error("the world has no school");
    const email = `schoolagent@${world.slug}.example`;
    await makePerson(tx, organisation, {
      email,
      name: "Skolans handläggare",
      unit: school,
      at,
      roles: [["first_line", school]],
    });
    await makeQueue(tx, organisation, { slug: "z-everyone", name: "Alla", line: 1, unit: root });
  });
  const admin = await world.as("admin");
  await changeQueue(admin, { queue: "z-everyone", members: people.map((who) => `${who}@${world.slug}.example`) });
  await saveCategory(admin, SaveCategory.parse({ path: "everyone", name: "Alla", queue: "z-everyone" }));
}

/** The address of someone else in this person's unit, and of someone in another. */
export function colleaguesOf(ctx: Context): { same: string; other: string } {
  const home = ctx.actor.kind === "person" ? (ctx.actor.unitPath.split("/").at(-2) ?? "") : "hemtjanst-norra";
  return {
    same: `colleague-${home}`,
    other: `colleague-${home === "hemtjanst-norra" ? "bjorkskolan" : "hemtjanst-norra"}`,
  };
}
