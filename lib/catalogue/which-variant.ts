import type { Variant } from "@/db/words";
import type { MessageKey } from "@/lib/base/language";

/** The three questions and what may be answered, in the order they are asked. */
export const variantQuestions = {
  users: ["one", "several"],
  personal: ["yes", "no"],
  apps: ["user", "unit"],
} as const;

export type VariantQuestion = keyof typeof variantQuestions;

/** users: one person or several · personal: own mail, own calendar or printing is needed · apps: who chooses and installs them. */
export type VariantAnswers = { [Q in VariantQuestion]: (typeof variantQuestions)[Q][number] };

/** `oneEach`: several people, one iPad for each. `reasons` and `cautions` are sentences of the messages. */
export type VariantAdvice = { variant: Variant; oneEach: boolean; reasons: MessageKey[]; cautions: MessageKey[] };

/** Which variant suits (A2, A4, A6, A7, A13): mail, calendar and printing exist in Personlig alone, sharing in Publik alone. */
export function whichVariant({ users, personal, apps }: VariantAnswers): VariantAdvice {
  if (users === "several" && personal === "no") {
    return {
      variant: "publik",
      oneEach: false,
      reasons: ["catalogue.which.reason.shared", "catalogue.which.reason.deviceSignsIn"],
      cautions: [apps === "user" ? "catalogue.which.caution.appsOrdered" : "catalogue.which.caution.noSignInApps"],
    };
  }
  const oneEach = users === "several";
  const reasons: MessageKey[] = [oneEach ? "catalogue.which.reason.oneEach" : "catalogue.which.reason.one"];
  reasons.push(personal === "yes" ? "catalogue.which.reason.personal" : "catalogue.which.reason.canGrow");
  return {
    variant: "personlig",
    oneEach,
    reasons,
    cautions: [apps === "unit" ? "catalogue.which.caution.appsOwn" : "catalogue.which.caution.appsYours"],
  };
}

/** The answers of a query string; undefined as long as one is missing or unknown. */
export function readVariantAnswers(query: Record<string, string | string[] | undefined>): VariantAnswers | undefined {
  const users = answerTo("users", query);
  const personal = answerTo("personal", query);
  const apps = answerTo("apps", query);
  return users && personal && apps ? { users, personal, apps } : undefined;
}

/** One answer of a query string, undefined where it is missing or unknown. */
export function answerTo<Q extends VariantQuestion>(
  question: Q,
  query: Record<string, string | string[] | undefined>,
): VariantAnswers[Q] | undefined {
  const options: readonly string[] = variantQuestions[question];
  return options.find((option) => option === query[question]) as VariantAnswers[Q] | undefined;
}
