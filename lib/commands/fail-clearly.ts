import { SettingFault } from "@/lib/base/env";

/** Bad input to a command: one sentence on stderr, exit code 2, nothing changed. */
export function failClearly(sentence: string, code: 1 | 2 = 2): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/** Ends a command: a bad setting with 2, a database that cannot serve with 1 and what to do about it; the rest is thrown. */
export function failOf(fault: unknown): never {
  if (fault instanceof SettingFault) failClearly(fault.message);
  const told = databaseFault(fault);
  if (told) failClearly(told, 1);
  throw fault;
}

/** By the network's code (node's errno) or PostgreSQL's (appendix A of its manual). */
const databaseFaults: [RegExp, string][] = [
  [
    /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT|CONNECTION_\w+)$/,
    "The database cannot be reached: check DATABASE_URL, and that PostgreSQL is running there.",
  ],
  [/^(57P0[123]|53300)$/, "The database is starting, stopping or full: try again in a moment."],
  [/^28\w{3}$/, "The database refuses the user or the password: check DATABASE_URL."],
  [/^3D000$/, "There is no database of that name: check DATABASE_URL."],
  [
    // No such table, column or schema, or no application role yet.
    /^(42P01|42703|3F000|42704|22023)$/,
    "The database is not prepared for this version of the portal: start the portal once with npm start.",
  ],
];

function databaseFault(fault: unknown): string | null {
  const code = codeOf(fault);
  return (code && databaseFaults.find(([pattern]) => pattern.test(code))?.[1]) || null;
}

/** Drizzle's errors and node's AggregateError wrap the one that knows. */
function codeOf(fault: unknown): string | null {
  if (!(fault instanceof Error)) return null;
  const inner = codeOf(fault.cause) ?? (fault instanceof AggregateError ? codeOf(fault.errors[0]) : null);
  return inner ?? ("code" in fault && typeof fault.code === "string" ? fault.code : null);
}
