"use server";

import type { ActionState } from "@/lib/web/action";
import type { Step } from "./answers";
import { sendReport } from "./send-report";
import { takeAnswers } from "./take-answers";

/** Every button of a question: it is kept first, whatever the button then does. */
export async function reportAction(step: Step, _before: unknown, form: FormData): Promise<ActionState> {
  return takeAnswers(step, form);
}

/** "Skicka anmälan". */
export async function sendReportAction(_before: unknown, form: FormData): Promise<ActionState> {
  return sendReport(form);
}
