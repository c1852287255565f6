import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { DomainError } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { holdsRole } from "@/lib/base/may";
import { contextOfPerson } from "@/lib/people/context-of-person";
import { makeToken } from "@/lib/people/make-token";
import { enterDatabase } from "./enter-database";
import { failClearly } from "./fail-clearly";

const usage = "Say whom the token acts as: npm run token -- --as <e-mail>";
const lifetimeDays = 30;

const { as: email } = readArguments();
if (!email) failClearly(usage);
const { leave } = await enterDatabase();
try {
  const ctx = await contextOfPerson(email, newId());
  const isAdministrator = holdsRole(ctx.actor, "administrator");
  const scopes = isAdministrator ? (["read", "write", "mail"] as const) : (["read", "write"] as const);
  const made = await makeToken(ctx, { name: "npm run token", scopes: [...scopes], days: lifetimeDays });
  process.stdout.write(`${made.token}\n`);
} catch (fault) {
  if (fault instanceof DomainError) failClearly(`There is no person with the e-mail ${email}`);
  throw fault;
} finally {
  await closeDatabase();
  await leave();
}

function readArguments(): { as?: string | undefined } {
  try {
    return parseArgs({ options: { as: { type: "string" } }, strict: true }).values;
  } catch {
    return failClearly(usage);
  }
}
