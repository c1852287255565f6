import { and, asc, eq, isNull } from "drizzle-orm";
import { queueMembers } from "@/db/schema/desk";
import { persons } from "@/db/schema/people";
import { type Context, read } from "@/lib/base/context";
import { requireDesk } from "@/lib/tickets/works-desk";

/** Everyone who works a queue, by name: those a ticket can be given to. */
export function listMembers(ctx: Context): Promise<{ email: string; name: string }[]> {
  return read(ctx, async (tx) => {
    await requireDesk(ctx, tx);
    return tx
      .selectDistinct({ name: persons.name, email: persons.email })
      .from(queueMembers)
      .innerJoin(persons, eq(persons.id, queueMembers.personId))
      .where(and(eq(queueMembers.organisationId, ctx.organisation.id), isNull(persons.disabledAt)))
      .orderBy(asc(persons.name), asc(persons.email));
  });
}
