import { once } from "node:events";
import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";
import type { z } from "zod";
import { env } from "@/lib/base/env";
import { DomainError } from "@/lib/base/errors";
import { type MessageKey, translator } from "@/lib/base/language";
import { answerCase, type SlaAnswer } from "@/lib/sla/answer-case";
import { CalendarName, CaseFile, caseSchema, WrittenCalendar } from "@/lib/sla/case-file";
import type { Calendar } from "@/lib/sla/schema";

/** `npm run sla < cases.json`: the working-time calculator. Nothing reaches stdout before every case has its answer. */
await print(await answers(await text(process.stdin)));
process.exit(0);

async function answers(input: string): Promise<SlaAnswer[]> {
  const file = parsed("", CaseFile, fromJson(input));
  const calendars = calendarShelf();
  const shared = file.calendar === undefined ? undefined : await calendars("calendar", file.calendar);
  const results: SlaAnswer[] = [];
  for (const [index, each] of file.cases.entries()) {
    const path = `cases[${index}]`;
    const question = parsed(path, caseSchema(each), each);
    const own = question.calendar === undefined ? shared : await calendars(`${path}.calendar`, question.calendar);
    const calendar = own ?? refuse(path, "There is no calendar, neither here nor for the whole file.");
    results.push(orRefuse(path, () => answerCase(question, calendar)));
  }
  return results;
}

/** Reads a calendar once however many cases name it or write it out. */
function calendarShelf(): (path: string, input: unknown) => Promise<Calendar> {
  const shelf = new Map<string, Calendar>();
  return async (path, input) => {
    const key = JSON.stringify(input);
    const calendar = shelf.get(key) ?? (await readCalendar(path, input));
    shelf.set(key, calendar);
    return calendar;
  };
}

async function readCalendar(path: string, input: unknown): Promise<Calendar> {
  if (typeof input !== "string") return parsed(path, WrittenCalendar, input);
  const [organisation = "", slug = ""] = parsed(path, CalendarName, input).split("/");
  const close = await openDatabase(path);
  const { namedCalendar } = await import("@/lib/calendars/named-calendar");
  const found = await namedCalendar(organisation, slug).catch((error: unknown) => error as Error);
  await close();
  if (found instanceof DomainError) return refuse(path, sentence(found.key, found.values));
  if (found instanceof Error) return refuse(path, `The database does not answer (${found.message}).`, 1);
  return found;
}

/** The database that the portal uses, running or not: only a calendar that is asked for by name needs it. */
async function openDatabase(path: string): Promise<() => Promise<void>> {
  const { closeDatabase } = await import("@/db/client");
  if (env().DATABASE_URL) return closeDatabase;
  if (!existsSync(env().DATA_DIR)) refuse(path, "There is no database yet, so start the portal once with npm start.");
  const { startEmbedded } = await import("@/db/embedded");
  const embedded = await startEmbedded(env().DATA_DIR);
  process.env.DATABASE_URL = embedded.url;
  return async () => {
    await closeDatabase();
    await embedded.close();
    delete process.env.DATABASE_URL;
  };
}

function fromJson(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch (error) {
    return refuse("", `The input is not JSON (${error instanceof Error ? error.message : "unreadable"}).`);
  }
}

function parsed<T>(path: string, schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = firstIssue(result.error.issues);
  return refuse(pathOf(path, issue.path), sentence(issue.message));
}

/** Of an input that may take several forms, the fault of the form that came furthest. */
function firstIssue(
  issues: readonly z.core.$ZodIssue[],
  above: PropertyKey[] = [],
): { path: PropertyKey[]; message: string } {
  const [issue] = issues;
  if (!issue) return { path: above, message: "It cannot be read." };
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_key") return firstIssue(issue.issues, path);
  if (issue.code !== "invalid_union") return { path, message: issue.message };
  const faults = issue.errors.map((each) => firstIssue(each, path));
  return faults.find((fault) => fault.message.startsWith("sla.")) ?? faults[0] ?? { path, message: issue.message };
}

function pathOf(path: string, steps: PropertyKey[]): string {
  return steps.reduce<string>((all, step) => {
    if (typeof step === "number") return `${all}[${step}]`;
    return all === "" ? String(step) : `${all}.${String(step)}`;
  }, path);
}

function orRefuse<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof DomainError) return refuse(path, sentence(error.key, error.values));
    throw error;
  }
}

function sentence(message: string, values: DomainError["values"] = {}): string {
  const isKey = /^[a-zA-Z]+(\.[a-zA-Z]+)+$/.test(message);
  return isKey ? translator("en")(message as MessageKey, values) : `${message.replace(/\.$/, "")}.`;
}

function refuse(path: string, what: string, exitCode = 2): never {
  process.stderr.write(path === "" ? `${what}\n` : `${path}: ${what}\n`);
  process.exit(exitCode);
}

async function print(results: SlaAnswer[]): Promise<void> {
  const slice = 1_000;
  await write('{"results":[');
  for (let from = 0; from < results.length; from += slice) {
    const lines = results.slice(from, from + slice).map((each) => JSON.stringify(each));
    await write(`${from > 0 ? "," : ""}\n${lines.join(",\n")}`);
  }
  await write("\n]}\n");
}

async function write(chunk: string): Promise<void> {
  if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
}
