import { Invalid } from "@/lib/base/errors";
import { type Translate, translator } from "@/lib/base/language";
import type { ActionState } from "./action";
import { domainErrorOf } from "./failure";
import type { Typed } from "./form-content";
import { pageContext } from "./session";

/** What a form is told when it could not be kept or sent: a sentence, and what was typed back again. */
export async function failedAnswer(fault: unknown, values: Typed): Promise<ActionState> {
  const { t, request } = await reader();
  const error = domainErrorOf(fault, request);
  const message = error ? t(error.key, error.values) : t("errors.unexpected", { reference: request });
  const faults = error instanceof Invalid ? error.fields : [];
  const fields = Object.fromEntries(faults.map((field) => [field.path, t(field.key, field.values)]));
  return { ok: false, message, fields, values };
}

/** Without a database there is no visit to ask for the language. */
async function reader(): Promise<{ t: Translate; request: string }> {
  try {
    const { language, request } = await pageContext();
    return { t: translator(language), request };
  } catch {
    return { t: translator("sv"), request: "none" };
  }
}
