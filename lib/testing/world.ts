import { randomBytes } from "node:crypto";
import { openDatabase } from "@/db/client";
import { type Context, inTransaction } from "@/lib/base/context";
import { fillPlace } from "@/lib/commands/fill-demo";
import { mondayMorning, type World, worldOf } from "./world-of";

export { mondayMorning, setNow, type World } from "./world-of";

/** A whole municipality of a test's own, filled in like the demo's; written by the owner, used as the application role. */
export async function makeWorld(like: "aminne" | "linderas" = "aminne", at = mondayMorning): Promise<World> {
  const slug = `t${randomBytes(4).toString("hex")}`;
  const owner = openDatabase(process.env.DATABASE_URL ?? "", { max: 1, name: "serviceportalen-test-owner" });
  const place = {
    slug,
    like,
    name: `Testkommun ${slug}`,
    school: "Björkskolan",
    care: "Hemtjänst Norra",
    phone: "0500-10 20 30",
    place: "Stadshuset",
  };
  const organisation = await owner.db.transaction((tx) =>
    fillPlace(tx, place, new Date(at.getTime() - 86_400_000 * 30)),
  );
  await owner.close();
  return worldOf(organisation, at);
}

/** Runs `act` in a transaction that is rolled back: the world stays as it was. */
export async function rolledBack(ctx: Context, act: (inside: Context) => Promise<void>): Promise<void> {
  const done = new Error("rolled back");
  await inTransaction(ctx, async (tx) => {
    await act({ ...ctx, tx });
    throw done;
  }).catch((fault) => {
    if (fault !== done) throw fault;
  });
}
