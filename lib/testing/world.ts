import { randomBytes } from "node:crypto";
import { openDatabase } from "@/db/client";
import { setClockOffset, systemNow } from "@/lib/base/clock";
import { type Context, inTransaction, type Organisation } from "@/lib/base/context";
import { fillPlace } from "@/lib/commands/fill-demo";
import { portalContext } from "@/lib/jobs/portal-context";
import { contextOfPerson } from "@/lib/people/context-of-person";

/** A Monday morning, a fortnight and a half before the fourteenth working day after it (Fri 2027-01-08). */
export const mondayMorning = new Date("2026-12-14T09:00:00+01:00");

export type World = {
  slug: string;
  /** A person of the demo by the local part of the address ("staff", "manager" …), acting at this instant. */
  as: (who: string, at?: Date) => Promise<Context>;
  portal: (at?: Date) => Context;
};

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

/** A world that is there already, for another process of the same test. */
export function worldOf(organisation: Organisation, at = mondayMorning): World {
  const { slug } = organisation;
  return {
    slug,
    as: async (who, moment = at) => ({
      ...(await contextOfPerson(`${who}@${slug}.example`, "test", slug)),
      now: moment,
    }),
    portal: (moment = at) => ({ ...portalContext(organisation, "test"), now: moment }),
  };
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

/** Sets the portal's clock for code that reads it by itself (the worker). */
export function setNow(at: Date): void {
  setClockOffset(at.getTime() - systemNow().getTime());
}
