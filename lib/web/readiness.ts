import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { log } from "@/lib/base/log";

/** Can requests be answered: does the database answer, with the portal's tables in it? */
export async function isReady(): Promise<boolean> {
  try {
    await database().execute(sql`select 1 from organisations limit 1`);
    return true;
  } catch (fault) {
    log().warn({ fault: String(fault) }, "not ready");
    return false;
  }
}

const freshMs = 1_000;
const patienceMs = 3_000;
let asked = { at: Number.NEGATIVE_INFINITY, answer: Promise.resolve(true) };

/**
 * The same, asked once a second however many pages want to know; a database that keeps silent is away. That it was away is not
 * remembered: whoever tries again is let in the moment it is back.
 */
export function isReadyNow(): Promise<boolean> {
  if (performance.now() - asked.at > freshMs) {
    const silence = sleep(patienceMs, false, { ref: false });
    const answer = Promise.race([isReady(), silence]);
    const now = { at: performance.now(), answer };
    asked = now;
    void answer.then((isThere) => {
      if (!isThere && asked === now) asked = { ...now, at: Number.NEGATIVE_INFINITY };
    });
  }
  return asked.answer;
}
