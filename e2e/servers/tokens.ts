import { demoPersons, demoPlaces } from "@/db/demo";
import { newId } from "@/lib/base/ids";
import { inDatabase } from "@/lib/commands/enter-database";
import { contextOfPerson } from "@/lib/people/context-of-person";
import { makeToken } from "@/lib/people/make-token";

const wanted = { name: "e2e", scopes: ["read" as const, "write" as const], days: 1 };
/** Takes mail in, as the municipality's mail server does. */
const withMail = { ...wanted, scopes: [...wanted.scopes, "mail" as const] };

/** A token for everyone in the demo, as `npm run token` makes them one by one: { address: token }. */
await inDatabase(
  async () => {
    const tokens: Record<string, string> = {};
    for (const { slug } of demoPlaces) {
      for (const person of demoPersons) {
        const email = `${person.email}@${slug}.example`;
        const asked = person.email === "admin" ? withMail : wanted;
        tokens[email] = (
          await makeToken(await contextOfPerson(email, newId()), asked, { standsForSignIn: true })
        ).token;
      }
    }
    process.stdout.write(JSON.stringify(tokens));
  },
  () => null,
);
