import { and, desc, eq, isNotNull, lt } from "drizzle-orm";
import { mailCanaries } from "@/db/schema/intake";
import { type Context, read } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";
import { goesRound } from "./send-canary";

const minuteMs = 60_000;
/** How long the way home may take, and how old the newest may be before nothing is sent at all. */
const [homeMs, silentMs] = [15 * minuteMs, 120 * minuteMs];

/** off: mail does not go round. waiting: the first is on its way. Alarm: one that should be home is not, or none is sent any more. */
export type CanaryState = { state: "off" | "waiting" | "well" | "alarm"; lastHomeAt: Date | null };

/** Whether mail goes the whole way round, for those who work at the desk. */
export async function canaryState(ctx: Context): Promise<CanaryState> {
  requireMay(ctx, "mail:work");
  if (!(await goesRound(ctx))) return { state: "off", lastHomeAt: null };
  return read(ctx, async (tx) => {
    const own = eq(mailCanaries.organisationId, ctx.organisation.id);
    const newestOf = async (where = own) =>
      (await tx.select().from(mailCanaries).where(where).orderBy(desc(mailCanaries.createdAt)).limit(1))[0];
    const newest = await newestOf();
    const due = await newestOf(and(own, lt(mailCanaries.createdAt, new Date(ctx.now.getTime() - homeMs))));
    const home = await newestOf(and(own, isNotNull(mailCanaries.returnedAt)));
    const lastHomeAt = home?.returnedAt ?? null;
    if (!newest) return { state: "waiting", lastHomeAt };
    const isSilent = ctx.now.getTime() - newest.createdAt.getTime() > silentMs;
    const isMissing =
      due !== undefined && due.returnedAt === null && (home?.createdAt ?? due.createdAt) <= due.createdAt;
    if (isSilent || isMissing) return { state: "alarm", lastHomeAt };
    return { state: home ? "well" : "waiting", lastHomeAt };
  });
}
