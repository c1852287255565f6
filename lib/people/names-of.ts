import { inArray } from "drizzle-orm";
import { persons } from "@/db/schema/people";
import { type Context, read } from "@/lib/base/context";

/** The names of these persons of the organisation, by id; who is not there is left out. */
export async function namesOf(ctx: Context, personIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(personIds)].filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await read(ctx, (tx) =>
    tx.select({ id: persons.id, name: persons.name }).from(persons).where(inArray(persons.id, ids)),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
