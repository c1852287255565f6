import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { routes } from "@/lib/base/routes";
import { countScopeAnswer } from "@/lib/tickets/count-scope-answer";
import type { ActionState } from "@/lib/web/action";
import { languageCookie } from "@/lib/web/cookies";
import { failedAnswer } from "@/lib/web/failed-answer";
import { type Typed, typedIn } from "@/lib/web/form-content";
import { isLanguage } from "@/lib/web/preferred-language";
import { currentVisit } from "@/lib/web/session";
import { keepTyped } from "@/lib/web/typed-before";
import { answersOf, faultsIn, outsideOf, type Step, stepNames, stepsOf } from "./answers";
import { keepAnswers, readDraft } from "./draft";

/** Keeps what was answered, then does what the button says: on to the next question, another language, or just keep. */
export async function takeAnswers(asked: Step, form: FormData): Promise<ActionState> {
  const typed = typedIn(form);
  // A bound argument comes from the browser: any other word begins anew.
  const step = stepNames.find((each) => each === asked) ?? "topic";
  let next: string;
  try {
    next = await nextAddress(step, typed, String(form.get("intent") ?? "next"));
  } catch (fault) {
    return failedAnswer(fault, typed);
  }
  redirect(next);
}

async function nextAddress(step: Step, typed: Typed, intent: string): Promise<string> {
  const visit = await currentVisit();
  const { ctx } = visit;
  if (ctx.actor.kind !== "person") return keepTyped(visit, typed);
  const before = await readDraft(ctx, typed.draft?.[0]);
  if (before?.sent) return routes.ticketConfirmation(before.sent);
  // A box that is unticked sends nothing: the step's own answers are replaced whole.
  const whole = step === "fault" ? { ...before?.typed, tried: [] } : before?.typed;
  const content = { ...whole, ...typed };
  const id = await keepAnswers(ctx, before?.id, content);
  const language = /^language:(.+)$/.exec(intent)?.[1];
  if (isLanguage(language)) {
    (await cookies()).set(languageCookie.name, language, languageCookie.options());
    return routes.reportStep(step, id);
  }
  if (intent === "save") return routes.tickets();
  const answers = answersOf(content);
  if (faultsIn(step, answers).length > 0) return routes.reportStep(step, id, true);
  const steps = stepsOf(answers);
  const next = steps[steps.indexOf(step) + 1];
  if (next) return routes.reportStep(next, id);
  const answer = outsideOf(answers);
  if (!answer || !answers.topic) return routes.reportStep("check", id);
  await countScopeAnswer(ctx, { submissionKey: id, topic: answers.topic, answer });
  return routes.reportStep("outside", id);
}
