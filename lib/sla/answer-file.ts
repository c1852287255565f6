import type { z } from "zod";
import { DomainError, type FieldFault, Invalid } from "@/lib/base/errors";
import type { MessageKey } from "@/lib/base/language";
import { answerCase, type SlaAnswer } from "./answer-case";
import { CalendarName, CaseFile, caseSchema, WrittenCalendar } from "./case-file";
import type { Calendar } from "./schema";

/** Finds a calendar of an organisation by their two names, or throws NotFound. */
export type NamedCalendar = (organisation: string, calendar: string) => Promise<Calendar>;

/**
 * Answers a file of cases, JSON as in docs of `npm run sla`, in the file's order. Invalid with one fault, the first, whose path says
 * where ("cases[3].start"); then no case is answered. Only a calendar given by its name is asked of `namedCalendar`.
 */
export async function answerFile(input: string, namedCalendar: NamedCalendar): Promise<SlaAnswer[]> {
  const file = parsed("", CaseFile, fromJson(input));
  const calendarOf = calendarShelf(namedCalendar);
  const shared = file.calendar === undefined ? undefined : await calendarOf("calendar", file.calendar);
  const answers: SlaAnswer[] = [];
  for (const [index, each] of file.cases.entries()) {
    const path = `cases[${index}]`;
    const question = parsed(path, caseSchema(each), each);
    const own = question.calendar === undefined ? shared : await calendarOf(`${path}.calendar`, question.calendar);
    if (!own) throw fault({ path, key: "sla.calendarMissing" });
    answers.push(within(path, () => answerCase(question, own)));
  }
  return answers;
}

/** Reads a calendar once, however many cases name it or write it out. */
function calendarShelf(namedCalendar: NamedCalendar): (path: string, input: unknown) => Promise<Calendar> {
  const shelf = new Map<string, Calendar>();
  return async (path, input) => {
    const key = JSON.stringify(input);
    const calendar = shelf.get(key) ?? (await readCalendar(path, input, namedCalendar));
    shelf.set(key, calendar);
    return calendar;
  };
}

async function readCalendar(path: string, input: unknown, namedCalendar: NamedCalendar): Promise<Calendar> {
  if (typeof input !== "string") return parsed(path, WrittenCalendar, input);
  const [organisation = "", calendar = ""] = parsed(path, CalendarName, input).split("/");
  const found = await namedCalendar(organisation, calendar).catch((error: unknown) => error);
  return within(path, () => {
    if (found instanceof Error) throw found;
    return found as Calendar;
  });
}

function fromJson(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch (error) {
    throw fault({ path: "", key: "sla.notJson", values: { what: error instanceof Error ? error.message : "" } });
  }
}

function parsed<T>(path: string, schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = firstIssue(result.error.issues, []);
  throw fault({ path: pathOf(path, issue.path), ...sentenceOf(issue.message) });
}

type Issue = { path: PropertyKey[]; message: string };

/** Of an input that may take several forms, the fault that the portal has words of its own for comes first. */
function firstIssue(issues: readonly z.core.$ZodIssue[], above: PropertyKey[]): Issue {
  const [issue] = issues;
  if (!issue) return { path: above, message: "unreadable" };
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_key") return firstIssue(issue.issues, path);
  if (issue.code !== "invalid_union") return { path, message: issue.message };
  const faults = issue.errors.map((each) => firstIssue(each, path));
  return faults.find(({ message }) => message.startsWith("sla.")) ?? faults[0] ?? { path, message: issue.message };
}

function sentenceOf(message: string): Omit<FieldFault, "path"> {
  if (message.startsWith("sla.")) return { key: message as MessageKey };
  return { key: "sla.unreadable", values: { what: message } };
}

function pathOf(path: string, steps: PropertyKey[]): string {
  return steps.reduce<string>((all, step) => {
    if (typeof step === "number") return `${all}[${step}]`;
    return all === "" ? String(step) : `${all}.${String(step)}`;
  }, path);
}

/** A rule that breaks inside one case is told of that case. */
function within<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof DomainError) throw fault({ path, key: error.key, values: error.values });
    throw error;
  }
}

function fault(field: FieldFault): Invalid {
  return new Invalid([field]);
}
