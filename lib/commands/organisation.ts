import { parseArgs } from "node:util";
import * as z from "zod";
import { type Db, openDatabase } from "@/db/client";
import { seedGuides } from "@/db/demo/guides";
import { makeOrganisation, makePerson, makeQueue, makeUnit } from "@/db/factories";
import { migrate } from "@/db/migrate";
import { now } from "@/lib/base/clock";
import { newId } from "@/lib/base/ids";
import { fillGuides } from "@/lib/guides/fill-guides";
import { portalContext } from "@/lib/jobs/portal-context";
import { inDatabase } from "./enter-database";
import { failClearly } from "./fail-clearly";

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
  await fill(owner.db).finally(owner.close);
  process.stdout.write(`${wanted.name} is there. Its first token: npm run token -- --as ${wanted.admin}\n`);
}, taken);

async function fill(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    const at = now();
    const organisation = await makeOrganisation(tx, { slug: wanted.slug, name: wanted.name, at });
    const root = await makeUnit(tx, organisation, { slug: wanted.slug, name: wanted.name });
    await makeQueue(tx, organisation, { slug: "line-1", name: "Första linjen", line: 1, unit: root });
    const admin = { email: wanted.admin.toLowerCase(), name: wanted["admin-name"], unit: root, at };
    await makePerson(tx, organisation, { ...admin, roles: [["administrator", root]] });
    await fillGuides({ ...portalContext(organisation, newId()), now: at, tx }, seedGuides);
  });
}

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
