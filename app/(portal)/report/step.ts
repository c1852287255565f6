import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { Context } from "@/lib/base/context";
import { type MessageKey, translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { pageContext } from "@/lib/web/session";
import { pageTitle } from "../page-title";
import { type Answers, answersOf, faultsIn, type Step, stepsOf } from "./answers";
import { type ReportDraft, readDraft } from "./draft";

export type Query = Record<string, string | string[] | undefined>;

/** A question as its page shows it: what was answered before, and once it was sent, what is wrong. */
export type Asked = {
  ctx: Context;
  draft: ReportDraft | null;
  answers: Answers;
  /** By the field's name. */
  faults: Record<string, string>;
};

/** Without the answers before it a question leads back to where it can be asked; what was sent leads to its confirmation. */
export async function askedAt(ctx: Context, step: Step, query: Promise<Query>): Promise<Asked> {
  const { draft: id, sent, ...begun } = await one(query);
  const draft = await readDraft(ctx, id);
  if (draft?.sent) redirect(routes.ticketConfirmation(draft.sent));
  const typed = Object.fromEntries(Object.entries(begun).map(([name, value]) => [name, [value ?? ""]]));
  const answers = draft?.answers ?? answersOf(typed);
  if (!stepsOf(answers).includes(step)) redirect(draft ? routes.reportStep("topic", draft.id) : routes.report());
  const t = translator(ctx.language);
  const faults = sent ? faultsIn(step, answers) : [];
  return {
    ctx,
    draft,
    answers,
    faults: Object.fromEntries(faults.map(({ path, key }) => [path, t(key as MessageKey)])),
  };
}

/** The question first; with faults told, that there are some. */
export async function titleAt(
  step: Step,
  query: Promise<Query>,
  key: (answers: Answers) => MessageKey,
): Promise<Metadata> {
  const ctx = await pageContext();
  const t = translator(ctx.language);
  if (ctx.actor.kind !== "person") return pageTitle(t("home.nav.signIn"));
  const { draft: id, sent } = await one(query);
  const answers = (await readDraft(ctx, id))?.answers ?? answersOf({});
  const title = t(key(answers));
  const isFaulty = sent !== undefined && faultsIn(step, answers).length > 0;
  return pageTitle(isFaulty ? t("ui.errors.titlePrefix") + title : title);
}

async function one(query: Promise<Query>): Promise<Record<string, string | undefined>> {
  const found = Object.entries(await query).map(([name, value]) => [
    name,
    typeof value === "string" ? value : undefined,
  ]);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}
