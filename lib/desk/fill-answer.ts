import type { Language } from "@/db/words";

/** What a canned answer may leave open, `{{…}}` each. */
export const answerFields = [
  "requester",
  "first_name",
  "reference",
  "title",
  "agent",
  "organisation",
  "device",
] as const;
export type AnswerField = (typeof answerFields)[number];
export type AnswerValues = Record<AnswerField, string>;

/** The text with its fields filled in, in one reading: what a field holds is never read as a field. Unknown ones stand as they are. */
export function fillAnswer(text: string, values: AnswerValues): string {
  return text.replace(/\{\{\s*([a-z_]+)\s*\}\}/g, (whole, name: string) => (isField(name) ? values[name] : whole));
}

/** Fields in a text that there are none of. */
export function unknownFields(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].flatMap(([, name = ""]) => (isField(name) ? [] : [name]));
}

/** The text for a reader of this language; Swedish where there is no English. */
export const textFor = ({ sv, en }: { sv: string; en: string | null }, language: Language): string =>
  language === "en" && en ? en : sv;

const isField = (name: string): name is AnswerField => answerFields.some((field) => field === name);
