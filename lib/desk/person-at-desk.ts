import { and, desc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { hardwareModels } from "@/db/schema/catalogue";
import { orderLines, orders } from "@/db/schema/orders";
import { units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import type { TicketStatus } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { openStatuses } from "@/lib/tickets/status";
import { readable } from "@/lib/tickets/visibility";
import { type FoundPerson, findPerson } from "./find-persons";

export type TheirDevice = { serialNumber: string; model: string; reference: string };
export type TheirTicket = { reference: string; title: string; status: TicketStatus; dueAt: Date; isOrder: boolean };
export type PersonAtDesk = { person: FoundPerson; devices: TheirDevice[]; open: TheirTicket[] };

const atMost = 20;

/** Who calls, what they have been handed, and what is under way for them, orders too. NotFound where one may not find them. */
export async function personAtDesk(ctx: Context, personId: string): Promise<PersonAtDesk> {
  const person = await findPerson(ctx, personId);
  if (!person) throw new NotFound("people.noSuchPerson");
  return read(ctx, async (tx) => {
    const inOrganisation = and(eq(tickets.organisationId, ctx.organisation.id), readable(ctx));
    const devices = await tx
      .select({
        serialNumber: sql<string>`${orderLines.serialNumber}`,
        model: hardwareModels.name,
        reference: orders.reference,
      })
      .from(orderLines)
      .innerJoin(orders, eq(orders.id, orderLines.orderId))
      .innerJoin(hardwareModels, eq(hardwareModels.id, orders.hardwareModelId))
      .innerJoin(tickets, eq(tickets.id, orders.ticketId))
      .innerJoin(units, eq(units.id, tickets.unitId))
      .where(
        and(
          inOrganisation,
          isNotNull(orderLines.serialNumber),
          inArray(orderLines.status, ["handed_over", "acknowledged"]),
          or(eq(orderLines.recipientId, personId), and(eq(orders.requesterId, personId), sql`recipient_id is null`)),
        ),
      )
      .orderBy(desc(orderLines.handedOverAt))
      .limit(atMost);
    const open = await tx
      .select({
        ...{ reference: tickets.reference, title: tickets.title, status: tickets.status, dueAt: tickets.dueAt },
        isOrder: sql<boolean>`${orders.id} is not null`,
      })
      .from(tickets)
      .innerJoin(units, eq(units.id, tickets.unitId))
      .leftJoin(orders, eq(orders.ticketId, tickets.id))
      .where(and(inOrganisation, eq(tickets.requesterId, personId), inArray(tickets.status, [...openStatuses])))
      .orderBy(desc(tickets.receivedAt), desc(tickets.reference))
      .limit(atMost);
    return { person, devices, open };
  });
}
