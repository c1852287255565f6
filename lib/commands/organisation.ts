import { parseArgs } from "node:util";
import * as z from "zod";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { now } from "@/lib/base/clock";
import { inDatabase } from "./enter-database";
import { failClearly } from "./fail-clearly";
import { fillOrganisation } from "./fill-organisation";

const usage =
  'Say which: npm run organisation -- --slug <letters> --name "<name>" --admin <e-mail> --admin-name "<name>"';

const Wanted = z.object({
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  name: z.string().min(2),
  admin: z.email(),
  "admin-name": z.string().min(2),
});

const wanted = readArguments();
await inDatabase(async (url) => {
  await migrate(url);
  const owner = openDatabase(url, { max: 1, name: "serviceportalen-organisation" });
  const { slug, name, admin } = wanted;
  await fillOrganisation(owner.db, { slug, name, admin, adminName: wanted["admin-name"] }, now()).finally(owner.close);
  process.stdout.write(
    `${name} is there, and takes tickets: ${admin} works its queues until others do. Its first token: npm run token -- --as ${admin}\n`,
  );
}, taken);

function taken(fault: unknown): string | null {
  const { code } = ((fault as { cause?: unknown }).cause ?? {}) as { code?: string };
  return code === "23505" ? `There is already an organisation with the slug ${wanted.slug}` : null;
}

function readArguments(): z.output<typeof Wanted> {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      options: { slug: text, name: text, admin: text, "admin-name": text },
      strict: true,
    });
    return Wanted.parse(values);
  } catch {
    return failClearly(usage);
  }
}
