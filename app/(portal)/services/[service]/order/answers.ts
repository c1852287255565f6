import type { z } from "zod";
import { PlaceOrder } from "@/lib/orders/schema";

/** What was typed in the order form, by field name. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** One answer a question, as text; "" where nothing was answered. */
export type Answers = {
  variant: string;
  hardware: string;
  /** "self" or "others". */
  who: string;
  recipients: string[];
  quantity: string;
  unit: string;
  costCentre: string;
  deliverTo: string;
  note: string;
};

/** Which questions this person is asked; the others have one answer only. */
export type Asks = { variant: boolean; who: boolean; unit: boolean };

/** `key` is the sentence's address; `path` the field's name. */
export type AnswerFault = { path: string; key: string };

/** The order of the questions on the page, and so of the faults in the summary. */
export const questions = [
  "variant",
  "hardware",
  "who",
  "recipients",
  "quantity",
  "unit",
  "costCentre",
  "deliverTo",
  "note",
] as const;

/** As lib/web reads it on the server: text fields alone, and none of Next's or the portal's own. */
export function typedIn(form: FormData): Typed {
  const names = [...new Set(form.keys())].filter((name) => !/^[$_]/.test(name));
  return Object.fromEntries(
    names.map((name) => [name, form.getAll(name).filter((value) => typeof value === "string")]),
  );
}

export function answersOf(typed: Typed): Answers {
  const one = (name: string) => typed[name]?.[0]?.trim() ?? "";
  return {
    ...{ variant: one("variant"), hardware: one("hardware"), who: one("who"), quantity: one("quantity") },
    ...{ unit: one("unit"), costCentre: one("costCentre"), deliverTo: one("deliverTo"), note: one("note") },
    recipients: recipientRows(typed).flatMap((row) => addressesIn(row)),
  };
}

/** What stands in the recipients' rows, empty ones too. */
export function recipientRows(typed: Typed): string[] {
  return Object.keys(typed)
    .flatMap((name) => /^recipients\.(\d+)\.email$/.exec(name)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b))
    .map((row) => typed[`recipients.${row}.email`]?.[0] ?? "");
}

/** A whole list may be pasted into one row. */
export const addressesIn = (row: string): string[] => row.split(/[\s,;]+/).filter(Boolean);

/**
 * The answers as an order, by the schema that the server parses by, or what is wrong with them. A question that an answer hides is
 * neither required nor sent, here as in the browser.
 */
export function orderFrom(
  service: string,
  answers: Answers,
  asks: Asks,
): { ok: true; order: PlaceOrder } | { ok: false; faults: AnswerFault[] } {
  const isUnanswered = asks.who && isPersonlig(answers, asks) && answers.who === "";
  const parsed = PlaceOrder.safeParse(inputOf(service, answers, asks));
  if (parsed.success && !isUnanswered) return { ok: true, order: parsed.data };
  const faults = (parsed.error?.issues ?? []).map(({ path, message }) => ({ path: path.join("."), key: message }));
  if (isUnanswered) faults.push({ path: "who", key: "orderForm.errors.who" });
  return { ok: false, faults: inOrder(faults) };
}

const isPublik = ({ variant }: Answers, asks: Asks) => asks.variant && variant === "publik";
const isPersonlig = ({ variant }: Answers, asks: Asks) => !asks.variant || variant === "personlig";

function inputOf(service: string, answers: Answers, asks: Asks): z.input<typeof PlaceOrder> {
  const { hardware, costCentre, deliverTo, note } = answers;
  const isShared = isPublik(answers, asks);
  const recipients = asks.who && answers.who === "others" ? filled(answers.recipients) : [];
  return {
    service,
    variant: (asks.variant ? answers.variant : "personlig") as "publik" | "personlig",
    ...(isShared ? { quantity: answers.quantity } : { recipients }),
    ...(asks.unit && answers.unit ? { unit: answers.unit } : {}),
    ...{ hardware, costCentre, deliverTo },
    ...(note ? { note } : {}),
  };
}

/** An empty list would mean oneself: it is asked for instead. */
const filled = (recipients: string[]) => (recipients.length > 0 ? recipients : [""]);

/** One fault a field, in the order of the questions. */
export function inOrder<F extends { path: string }>(faults: readonly F[]): F[] {
  const place = ({ path }: F) => questions.findIndex((name) => path === name || path.startsWith(`${name}.`));
  const seen = new Set<string>();
  return faults
    .filter(({ path }) => !seen.has(path) && seen.add(path))
    .sort((a, b) => place(a) - place(b) || a.path.localeCompare(b.path, "en", { numeric: true }));
}
