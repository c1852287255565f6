import { redirect } from "next/navigation";
import { NotFound } from "@/lib/base/errors";
import { routes } from "@/lib/base/routes";
import { placeOrder } from "@/lib/orders/place-order";
import type { ActionState } from "@/lib/web/action";
import { failedAnswer } from "@/lib/web/failed-answer";
import { currentVisit } from "@/lib/web/session";
import { answersOf, orderFrom } from "./answers";
import { markPlaced, readDraft } from "./draft";
import { offerOf } from "./offer";

/** The draft becomes an order, once: its id is the key by which a double click, a reload or a way back gives the same order. */
export async function placeDraft(service: string, form: FormData): Promise<ActionState> {
  let next: string;
  try {
    next = await nextAddress(service, String(form.get("draft") ?? ""));
  } catch (fault) {
    return failedAnswer(fault, {});
  }
  redirect(next);
}

async function nextAddress(service: string, id: string): Promise<string> {
  const { ctx } = await currentVisit();
  if (ctx.actor.kind !== "person") return routes.signIn(routes.orderCheck(service, id));
  const draft = await readDraft(ctx, id);
  if (!draft) throw new NotFound("people.noSuchDraft");
  if (draft.placed) return routes.orderConfirmation(draft.placed);
  const { asks } = await offerOf(ctx, service);
  const read = orderFrom(service, answersOf(draft.typed), asks);
  if (!read.ok) return routes.orderCheck(service, id);
  const { reference } = await placeOrder(ctx, { ...read.order, submissionKey: id, channel: "portal" });
  await markPlaced(ctx, service, id, reference);
  return routes.orderConfirmation(reference);
}
