import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Context } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";
import { translator } from "@/lib/base/language";
import { faultsOf } from "@/lib/base/zod-faults";
import { languageCookie } from "./cookies";
import { domainErrorOf } from "./failure";
import { inputFrom, type Typed, typedIn } from "./form-content";
import { isLanguage } from "./preferred-language";
import { currentVisit, type Visit } from "./session";
import { keepTyped } from "./typed-before";

/**
 * What a form is told. `values` is what was typed, to fill it in again; `message` is "" when only the language was changed. `code` is
 * the sentence's key, for a form that knows what to do about it.
 */
export type ActionState<T = unknown> =
  | { ok: true; value: T }
  | { ok: false; message: string; fields: Record<string, string>; values: Typed; code?: string };

export type FormAction<T> = (previous: unknown, form: FormData) => Promise<ActionState<T>>;

type Options<T, Input> = {
  /** Where to go when it is done: the browser's next page. Without it the value is the answer, on the same page made anew. */
  goTo?: (value: T, input: Input) => string;
};

/**
 * A server action around one verb: session → context, form → schema → bad fields, verb → value or the sentence of what went
 * wrong. Nothing typed is lost: it comes back in the answer, or when the session has ended, in a draft that the form finds again
 * by `?draft=` after sign-in. The frame's language switch sends the form with intent "language:en": it is kept, and not judged.
 */
export function personAction<Schema extends z.ZodType, T>(
  schema: Schema,
  verb: (ctx: Context, input: z.output<Schema>) => Promise<T>,
  { goTo }: Options<T, z.output<Schema>> = {},
): FormAction<T> {
  return async (_previous, form) => {
    const values = typedIn(form);
    const language = /^language:(.+)$/.exec(String(form.get("intent") ?? ""))?.[1];
    if (isLanguage(language)) return changeLanguage(language, values);
    const done = await attempt(schema, verb, values);
    if ("signInAt" in done) redirect(done.signInAt);
    if (!done.state.ok) return done.state;
    if (!goTo) {
      refresh();
      return done.state;
    }
    redirect(goTo(done.state.value, done.input as z.output<Schema>));
  };
}

type Done<T> = { state: ActionState<T>; input?: unknown } | { signInAt: string };

async function attempt<Schema extends z.ZodType, T>(
  schema: Schema,
  verb: (ctx: Context, input: z.output<Schema>) => Promise<T>,
  values: Typed,
): Promise<Done<T>> {
  let visit: Visit | null = null;
  try {
    visit = await currentVisit();
    if (visit.ctx.actor.kind !== "person") return { signInAt: await keepTyped(visit, values) };
    const parsed = schema.safeParse(inputFrom(schema, values), { reportInput: true });
    if (!parsed.success) throw new Invalid(faultsOf(parsed.error));
    return { state: { ok: true, value: await verb(visit.ctx, parsed.data) }, input: parsed.data };
  } catch (fault) {
    return { state: failed(fault, visit?.ctx, values) };
  }
}

function failed(fault: unknown, ctx: Context | undefined, values: Typed): ActionState<never> {
  const t = translator(ctx?.language ?? "sv");
  const request = ctx?.request ?? "none";
  const error = domainErrorOf(fault, request);
  if (!error) return { ok: false, message: t("errors.unexpected", { reference: request }), fields: {}, values };
  const faults = error instanceof Invalid ? error.fields : [];
  const fields = Object.fromEntries(faults.map((field) => [field.path, t(field.key, field.values)]));
  return { ok: false, message: t(error.key, error.values), fields, values, code: error.key };
}

async function changeLanguage(language: string, values: Typed): Promise<ActionState<never>> {
  (await cookies()).set(languageCookie.name, language, languageCookie.options());
  return { ok: false, message: "", fields: {}, values };
}
