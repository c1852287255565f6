import * as z from "zod";
import type { Context } from "@/lib/base/context";
import type { Quote } from "@/lib/orders/quote";
import { LedgerAnswer, presentLedger } from "./clock";
import { Instant, shownInstant } from "./instant";

export const QuoteAnswer = z
  .object({
    service: z.string(),
    receivedAt: Instant,
    workingDays: z.int().nullable(),
    dueAt: Instant,
    ledger: z.array(LedgerAnswer),
  })
  .meta({ id: "Quote" });

export function presentQuote(ctx: Context, quote: Quote): z.output<typeof QuoteAnswer> {
  const { service, workingDays } = quote;
  const [receivedAt, dueAt] = [shownInstant(ctx, quote.receivedAt), shownInstant(ctx, quote.dueAt)];
  return { service, receivedAt, workingDays, dueAt, ledger: presentLedger(ctx, quote.ledger) };
}
