import { redirect } from "next/navigation";
import { NotFound } from "@/lib/base/errors";
import { routes } from "@/lib/base/routes";
import { reportFault } from "@/lib/tickets/report-fault";
import type { ActionState } from "@/lib/web/action";
import { failedAnswer } from "@/lib/web/failed-answer";
import { currentVisit } from "@/lib/web/session";
import { reportFrom } from "./answers";
import { markSent, readDraft } from "./draft";

/** The draft becomes a ticket, once: its id is the key by which a double click, a reload or a way back gives the same one. */
export async function sendReport(form: FormData): Promise<ActionState> {
  let next: string;
  try {
    next = await nextAddress(String(form.get("draft") ?? ""));
  } catch (fault) {
    return failedAnswer(fault, {});
  }
  redirect(next);
}

async function nextAddress(id: string): Promise<string> {
  const { ctx } = await currentVisit();
  if (ctx.actor.kind !== "person") return routes.signIn(routes.reportStep("check", id));
  const draft = await readDraft(ctx, id);
  if (!draft) throw new NotFound("people.noSuchDraft");
  if (draft.sent) return routes.ticketConfirmation(draft.sent);
  const read = reportFrom(draft.answers);
  if (!read.ok) return routes.reportStep(read.step, id, true);
  const { reference } = await reportFault(ctx, { ...read.report, submissionKey: id });
  await markSent(ctx, id, reference);
  return routes.ticketConfirmation(reference);
}
