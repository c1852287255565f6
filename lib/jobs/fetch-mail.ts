import type { Context } from "@/lib/base/context";
import { fetcherFor } from "@/lib/connections/adapters";
import { receiveOwnMail } from "@/lib/intake/receive-mail";

const mostAtOnce = 50;

/**
 * One round over the organisation's mailbox: each mail is stored, processed and then moved away. What cannot be stored stays there for the
 * next round; what cannot be processed is in quarantine, and never comes round again. How many were kept.
 */
export async function fetchMail(ctx: Context): Promise<number> {
  const fetcher = await fetcherFor(ctx);
  if (!fetcher) return 0;
  return fetcher.fetch(async ({ raw, isWhole }) => {
    await receiveOwnMail(ctx, { raw, isWhole });
    return true;
  }, mostAtOnce);
}
