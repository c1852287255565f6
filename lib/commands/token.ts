import { parseArgs } from "node:util";
import { NotFound } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { holdsRole } from "@/lib/base/may";
import { contextOfPerson } from "@/lib/people/context-of-person";
import { makeToken } from "@/lib/people/make-token";
import { inDatabase } from "./enter-database";
import { failClearly } from "./fail-clearly";

const usage = "Say whom the token acts as: npm run token -- --as <e-mail>";
const lifetimeDays = 30;

const { as: email } = readArguments();
if (!email) failClearly(usage);
const unknown = (fault: unknown) => (fault instanceof NotFound ? `There is no person with the e-mail ${email}` : null);
await inDatabase(async () => {
  const ctx = await contextOfPerson(email, newId());
  const isAdministrator = holdsRole(ctx.actor, "administrator");
  const scopes = isAdministrator ? (["read", "write", "mail"] as const) : (["read", "write"] as const);
  const wanted = { name: "npm run token", scopes: [...scopes], days: lifetimeDays };
  const made = await makeToken(ctx, wanted, { standsForSignIn: true });
  process.stdout.write(`${made.token}\n`);
}, unknown);

function readArguments(): { as?: string | undefined } {
  try {
    return parseArgs({ options: { as: { type: "string" } }, strict: true }).values;
  } catch {
    return failClearly(usage);
  }
}
