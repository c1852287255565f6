import type { Context } from "@/lib/base/context";
import { Invalid, RuleBroken } from "@/lib/base/errors";
import { type MessageKey, translator } from "@/lib/base/language";
import { previewOrder } from "@/lib/orders/preview-order";
import { answersOf, inOrder, orderFrom, type Typed } from "./answers";
import { offerOf } from "./offer";

/** `path` is the field's name, `text` its sentence. */
export type TextFault = { path: string; text: string };

/** Everything that is wrong with the answers, in the order of the questions; empty when they can be placed. */
export async function faultsOfDraft(ctx: Context, service: string, typed: Typed): Promise<TextFault[]> {
  const t = translator(ctx.language);
  const { asks } = await offerOf(ctx, service);
  const read = orderFrom(service, answersOf(typed), asks);
  if (!read.ok) return read.faults.map(({ path, key }) => ({ path, text: t(key as MessageKey) }));
  try {
    await previewOrder(ctx, read.order);
    return [];
  } catch (fault) {
    // A rule that no answer here can mend is told where the order would be sent.
    if (fault instanceof RuleBroken) return [];
    if (!(fault instanceof Invalid)) throw fault;
    return inOrder(fault.fields).map(({ path, key, values }) => ({ path, text: t(key, values) }));
  }
}
