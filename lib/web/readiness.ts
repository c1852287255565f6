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
