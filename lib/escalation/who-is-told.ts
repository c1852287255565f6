import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { persons, roleAssignments, units } from "@/db/schema/people";
import type { EscalationStep } from "@/db/words";
import type { Addressee } from "@/lib/letters/write-letter";

const addressee = { id: persons.id, email: persons.email, language: persons.language };

/** The assignee first, then the leads: at 75 % the leads hear only where nobody has the ticket, at the breach always. */
export async function whoIsTold(
  tx: Tx,
  ticket: { assigneeId: string | null; unitPath: string },
  step: EscalationStep,
): Promise<Addressee[]> {
  const assignee = await assigneeOf(tx, ticket.assigneeId);
  if (step === "warned" && assignee) return [assignee];
  const leads = await leadsOf(tx, ticket.unitPath);
  return [...(assignee ? [assignee] : []), ...leads.filter(({ id }) => id !== assignee?.id)];
}

async function assigneeOf(tx: Tx, id: string | null): Promise<Addressee | undefined> {
  if (!id) return undefined;
  const [found] = await tx
    .select(addressee)
    .from(persons)
    .where(and(eq(persons.id, id), isNull(persons.disabledAt)));
  return found;
}

/** Who leads the desk over this unit. */
export function leadsOf(tx: Tx, unitPath: string): Promise<Addressee[]> {
  return tx
    .selectDistinct(addressee)
    .from(roleAssignments)
    .innerJoin(persons, eq(persons.id, roleAssignments.personId))
    .innerJoin(units, eq(units.id, roleAssignments.unitId))
    .where(
      and(eq(roleAssignments.role, "lead"), isNull(persons.disabledAt), sql`starts_with(${unitPath}, ${units.path})`),
    );
}
