import { and, count, eq, gt, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inboundMails } from "@/db/schema/intake";
import type { Context } from "@/lib/base/context";

/** An hour's mail that still is people's. Above it every further mail waits in quarantine: kept, seen, and opening nothing. */
export const floodLimits = { openedBySender: 100, appendedToTicket: 100, openedByAll: 1000 } as const;

const hourMs = 3_600_000;

/** Which limit this mail would pass; null for none. */
export async function floodOf(ctx: Context, tx: Tx, sender: string, ticketId: string | null): Promise<string | null> {
  const since = new Date(ctx.now.getTime() - hourMs);
  const counted = async (...where: SQL[]): Promise<number> => {
    const [row] = await tx
      .select({ n: count() })
      .from(inboundMails)
      .where(and(eq(inboundMails.organisationId, ctx.organisation.id), gt(inboundMails.receivedAt, since), ...where));
    return row?.n ?? 0;
  };
  if (ticketId !== null) {
    const isAppended = [eq(inboundMails.outcome, "appended"), eq(inboundMails.ticketId, ticketId)];
    return (await counted(...isAppended)) >= floodLimits.appendedToTicket ? "floodOnTicket" : null;
  }
  const isOpened = eq(inboundMails.outcome, "opened");
  if ((await counted(isOpened, eq(inboundMails.sender, sender))) >= floodLimits.openedBySender)
    return "floodFromSender";
  return (await counted(isOpened)) >= floodLimits.openedByAll ? "floodOfAll" : null;
}
