import type { Language } from "@/db/words";
import { DomainError, type FieldFault, Invalid } from "@/lib/base/errors";
import { type MessageKey, type MessageValues, translator } from "@/lib/base/language";

/** RFC 9457. `code` is the sentence's key, for programs; `request` is what to quote when asking for help. */
export type Problem = {
  type: "about:blank";
  title: string;
  status: number;
  code: string;
  request: string;
  errors?: { path: string; message: string }[];
};

type Edge = { language: Language; request: string };

export function problemOf(
  status: number,
  key: MessageKey,
  { language, request }: Edge,
  values?: MessageValues,
): Problem {
  return { type: "about:blank", title: translator(language)(key, values), status, code: key, request };
}

/** A domain error as a problem; everything else is `errors.unexpected`, its words kept from the outside. */
export function problemOfError(error: unknown, edge: Edge): Problem {
  if (!(error instanceof DomainError)) return problemOf(500, "errors.unexpected", edge, { reference: edge.request });
  const problem = problemOf(error.status, error.key, edge, error.values);
  return error instanceof Invalid ? withFields(problem, error.fields, edge) : problem;
}

/** The problem with its bad fields; none, and it stays as it is. */
export function withFields(problem: Problem, fields: FieldFault[], { language }: Edge): Problem {
  if (fields.length === 0) return problem;
  const t = translator(language);
  return { ...problem, errors: fields.map(({ path, key, values }) => ({ path, message: t(key, values) })) };
}
