import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { letters } from "@/db/schema/history";
import { persons } from "@/db/schema/people";
import { inTransaction, read } from "@/lib/base/context";
import { NotAllowed } from "@/lib/base/errors";
import { disablePerson } from "@/lib/people/disable-person";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, mondayMorning, type World } from "@/lib/testing/world";
import { changeQueue } from "@/lib/tickets/change-queue";
import { listOrphans } from "./orphans";
import { tellOrphans } from "./tell-orphans";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const told = async () =>
  (await read(world.portal(), (tx) => tx.select().from(letters).where(eq(letters.kind, "queue.orphaned")))).map(
    ({ toAddress }) => toAddress,
  );
const later = (hours: number) => new Date(mondayMorning.getTime() + hours * 3_600_000);

it("finds the queue whose last member has left, tells the lead once a day, and is content when somebody works it", async () => {
  await faultIn(world, { category: "meeting-documents" });
  expect(await tellOrphans(world.portal())).toBe(0);
  const secretary = await world.as("secretary");
  const personId = secretary.actor.kind === "person" ? secretary.actor.personId : "";
  await disablePerson(await world.as("admin"), { personId });
  expect(await listOrphans(await world.as("first"))).toMatchObject([{ name: "Nämndsekreterare", tickets: 1 }]);
  await Promise.all([tellOrphans(world.portal()), tellOrphans(world.portal())]);
  await tellOrphans(world.portal(later(1)));
  expect(await told()).toEqual([`lead@${world.slug}.example`]);
  await tellOrphans(world.portal(later(24)));
  expect(await told()).toHaveLength(2);
  const members = [`first@${world.slug}.example`];
  await changeQueue(await world.as("lead"), { queue: "meeting-documents", members });
  expect(await tellOrphans(world.portal(later(48)))).toBe(0);
});

it("tells the administrators where there is no lead", async () => {
  const mine = await makeWorld();
  await faultIn(mine, { category: "sensitive" });
  await inTransaction(mine.portal(), (tx) =>
    tx
      .update(persons)
      .set({ disabledAt: mondayMorning })
      .where(eq(persons.email, `second@${mine.slug}.example`)),
  );
  await inTransaction(mine.portal(), (tx) =>
    tx
      .update(persons)
      .set({ disabledAt: mondayMorning })
      .where(eq(persons.email, `lead@${mine.slug}.example`)),
  );
  await tellOrphans(mine.portal());
  const rows = await read(mine.portal(), (tx) => tx.select().from(letters).where(eq(letters.kind, "queue.orphaned")));
  expect(rows.map(({ toAddress }) => toAddress)).toEqual([`admin@${mine.slug}.example`]);
});

it("shows them to those who work at the desk alone, and no other organisation's", async () => {
  expect(() => listOrphans({ ...world.portal(), actor: { kind: "anonymous" } })).toThrow(NotAllowed);
  await expect(async () => listOrphans(await world.as("staff"))).rejects.toThrow(NotAllowed);
  expect(await listOrphans(await (await makeWorld("linderas")).as("first"))).toEqual([]);
});
