"use server";

import type { ActionState } from "@/lib/web/action";
import { placeDraft } from "./place-draft";
import { sendAnswers } from "./send-answers";

/** Every button of the order form: it is kept first, whatever the button then does. */
export async function orderFormAction(service: string, _before: unknown, form: FormData): Promise<ActionState> {
  return sendAnswers(String(service), form);
}

/** "Skicka beställningen". */
export async function placeOrderAction(service: string, _before: unknown, form: FormData): Promise<ActionState> {
  return placeDraft(String(service), form);
}
