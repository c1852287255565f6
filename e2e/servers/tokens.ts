import { demoPersons, demoPlaces } from "@/db/demo";
import type { TokenScope } from "@/db/words";
import { newId } from "@/lib/base/ids";
import { inDatabase } from "@/lib/commands/enter-database";
import { contextOfPerson } from "@/lib/people/context-of-person";
import { makeToken } from "@/lib/people/make-token";

const wanted = { name: "e2e", days: 1 };

/** Only an administrator may let mail in. */
const scopesOf = (who: string): TokenScope[] => (who === "admin" ? ["read", "write", "mail"] : ["read", "write"]);

/** A token for everyone in the demo, as `npm run token` makes them one by one: { address: token }. */
await inDatabase(
  async () => {
    const tokens: Record<string, string> = {};
    for (const { slug } of demoPlaces) {
      for (const person of demoPersons) {
        const email = `${person.email}@${slug}.example`;
        tokens[email] = (
          await makeToken(
            await contextOfPerson(email, newId()),
            { ...wanted, scopes: scopesOf(person.email) },
            { standsForSignIn: true },
          )
        ).token;
      }
    }
    process.stdout.write(JSON.stringify(tokens));
  },
  () => null,
);
