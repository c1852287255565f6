import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { Context } from "@/lib/base/context";
import { routes } from "@/lib/base/routes";
import type { ActionState } from "@/lib/web/action";
import { languageCookie } from "@/lib/web/cookies";
import { failedAnswer } from "@/lib/web/failed-answer";
import { type Typed, typedIn } from "@/lib/web/form-content";
import { isLanguage } from "@/lib/web/preferred-language";
import { currentVisit } from "@/lib/web/session";
import { keepTyped } from "@/lib/web/typed-before";
import { addressesIn, recipientRows } from "./answers";
import { keepAnswers, readDraft } from "./draft";
import { faultsOfDraft } from "./faults-of-draft";

/** Keeps what was typed, then does what the button says: on to the check, another row, another language, or just keep. */
export async function sendAnswers(service: string, form: FormData): Promise<ActionState> {
  const typed = typedIn(form);
  const intent = String(form.get("intent") ?? "check");
  let next: string;
  try {
    next = await nextAddress(service, intent, typed);
  } catch (fault) {
    return failedAnswer(fault, typed);
  }
  redirect(next);
}

async function nextAddress(service: string, intent: string, typed: Typed): Promise<string> {
  const visit = await currentVisit();
  const { ctx } = visit;
  if (ctx.actor.kind !== "person") return keepTyped(visit, typed);
  const before = await readDraft(ctx, typed.draft?.[0]);
  if (before?.placed) return routes.orderConfirmation(before.placed);
  const isTried = intent === "check" || before?.isTried === true;
  const content = withRows(typed, intent);
  const id = await keepAnswers(ctx, service, { id: before?.id, typed: content, isTried });
  const language = /^language:(.+)$/.exec(intent)?.[1];
  if (isLanguage(language)) (await cookies()).set(languageCookie.name, language, languageCookie.options());
  if (intent === "save") return routes.orders();
  if (intent === "check" && (await isComplete(ctx, service, content))) return routes.orderCheck(service, id);
  const row = intent === "add-recipient" ? `#recipients.${recipientRows(content).length - 1}` : "";
  return routes.orderForm(service, id) + row;
}

async function isComplete(ctx: Context, service: string, typed: Typed): Promise<boolean> {
  return (await faultsOfDraft(ctx, service, typed)).length === 0;
}

/** The rows as "Lägg till en mottagare" and "Ta bort" leave them; before the check, one address a row and no empty ones. */
function withRows(typed: Typed, intent: string): Typed {
  const rows = recipientRows(typed);
  const removed = /^remove-recipient:(\d+)$/.exec(intent)?.[1];
  const left = removed === undefined ? rows : rows.filter((_, row) => row !== Number(removed));
  const shown = intent === "check" ? left.flatMap(addressesIn) : left;
  const all = intent === "add-recipient" ? [...shown, ""] : shown;
  const others = Object.entries(typed).filter(([name]) => !name.startsWith("recipients."));
  return Object.fromEntries([...others, ...all.map((email, row) => [`recipients.${row}.email`, [email]])]);
}
