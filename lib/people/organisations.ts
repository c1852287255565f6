import { eq, sql } from "drizzle-orm";
import { database, type Tx } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import type { Organisation } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";

const columns = {
  id: organisations.id,
  slug: organisations.slug,
  name: organisations.name,
  timeZone: organisations.timeZone,
  isDemo: organisations.isDemo,
  settings: organisations.settings,
};

/** The directory of municipalities is readable before anyone has signed in: names, nothing secret. By name. */
export function listOrganisations(): Promise<(Organisation & { hosts: string[] })[]> {
  return database()
    .select({ ...columns, hosts: organisations.hosts })
    .from(organisations)
    .orderBy(organisations.createdAt, organisations.slug);
}

export async function findOrganisation(slug: string): Promise<Organisation | null> {
  const [row] = await database().select(columns).from(organisations).where(eq(organisations.slug, slug));
  return row ?? null;
}

/** NotFound when there is no such municipality. */
export async function getOrganisation(slug: string): Promise<Organisation> {
  const organisation = await findOrganisation(slug);
  if (!organisation) throw new NotFound("people.noSuchOrganisation");
  return organisation;
}

/** Reads inside the organisation of that slug, found in the same transaction; null when there is none. */
export function readInOrganisation<T>(
  slug: string,
  act: (tx: Tx, organisation: Organisation) => Promise<T>,
): Promise<T | null> {
  return database().transaction(
    async (tx) => {
      const [row] = await tx
        .select({ ...columns, entered: sql`set_config('app.organisation', ${organisations.id}::text, true)` })
        .from(organisations)
        .where(eq(organisations.slug, slug));
      if (!row) return null;
      const { entered: _, ...organisation } = row;
      return act(tx, organisation);
    },
    { accessMode: "read only" },
  );
}
