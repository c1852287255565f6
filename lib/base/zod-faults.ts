import type { z } from "zod";
import type { FieldFault, SentenceValues } from "./errors";
import type { MessageKey } from "./language";
import { sv } from "./messages/sv";

type Issue = z.core.$ZodIssue;

/** zod's issues as bad fields with sentences. A schema may name its own sentence: `z.string().min(1, "orderForm.errors.costCentre")`. */
export function faultsOf(error: { issues: readonly Issue[] }): FieldFault[] {
  const seen = new Set<string>();
  return error.issues
    .flatMap((issue) => unknownKeys(issue) ?? [{ path: issue.path.join("."), ...sentenceOf(issue) }])
    .filter(({ path }) => !seen.has(path) && seen.add(path));
}

/** Is this text a sentence's address in the messages? */
export function isMessageKey(text: string): text is MessageKey {
  let place: unknown = sv;
  for (const part of text.split(".")) {
    if (typeof place !== "object" || place === null || !Object.hasOwn(place, part)) return false;
    place = (place as Record<string, unknown>)[part];
  }
  return typeof place === "string";
}

function sentenceOf(issue: Issue): { key: MessageKey; values?: SentenceValues } {
  if (isMessageKey(issue.message)) return { key: issue.message };
  switch (issue.code) {
    case "invalid_type":
      return { key: kindKey(issue) };
    case "too_small":
      return smallKey(issue.origin, Number(issue.minimum));
    case "too_big":
      return { key: bigKeys[issue.origin] ?? "errors.fields.tooBig", values: { maximum: Number(issue.maximum) } };
    case "invalid_format":
      return { key: formatKeys[issue.format] ?? "errors.fields.wrongKind" };
    case "invalid_value":
    case "invalid_union":
      return { key: "errors.fields.choice" };
    default:
      return { key: "errors.fields.wrongKind" };
  }
}

function kindKey(issue: Issue & { code: "invalid_type" }): MessageKey {
  if (issue.input === undefined || issue.input === "") return "errors.fields.missing";
  if (issue.expected === "int") return "errors.fields.integer";
  return issue.expected === "number" ? "errors.fields.number" : "errors.fields.wrongKind";
}

function smallKey(origin: string, minimum: number): { key: MessageKey; values?: SentenceValues } {
  if (origin === "string")
    return minimum <= 1 ? { key: "errors.fields.missing" } : { key: "errors.fields.tooShort", values: { minimum } };
  if (origin === "array" || origin === "set") return { key: "errors.fields.tooFew", values: { minimum } };
  return { key: "errors.fields.tooSmall", values: { minimum } };
}

const bigKeys: Record<string, MessageKey> = {
  string: "errors.fields.tooLong",
  array: "errors.fields.tooMany",
  set: "errors.fields.tooMany",
};

const formatKeys: Record<string, MessageKey> = {
  email: "errors.fields.email",
  date: "errors.fields.date",
  datetime: "errors.fields.instant",
};

function unknownKeys(issue: Issue): FieldFault[] | null {
  if (issue.code !== "unrecognized_keys") return null;
  return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), key: "errors.fields.unknown" as const }));
}
