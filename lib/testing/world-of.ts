import { setClockOffset, systemNow } from "@/lib/base/clock";
import type { Context, Organisation } from "@/lib/base/context";
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

/** Sets the portal's clock for code that reads it by itself (the worker). */
export function setNow(at: Date): void {
  setClockOffset(at.getTime() - systemNow().getTime());
}
