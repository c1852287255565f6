import { and, desc, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import { letters } from "@/db/schema/history";
import { mutedAddresses } from "@/db/schema/intake";
import { persons, units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import type { HoldReason, LetterStatus } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";
import { readable } from "@/lib/tickets/visibility";

export type ListedLetter = {
  id: string;
  createdAt: Date;
  sentAt: Date | null;
  toAddress: string;
  kind: string;
  reference: string | null;
  status: LetterStatus;
  heldBecause: HoldReason | null;
  lastError: string | null;
  bouncedAt: Date | null;
};

const pageSize = 50;

/**
 * Every letter that was tried, the newest first, with why it was not sent; never what it says. Of tickets one may not read nothing is
 * told, nor of letters to those whose identity is protected.
 */
export function listLetters(ctx: Context, onlyTroubled: boolean, before?: Date): Promise<ListedLetter[]> {
  requireMay(ctx, "mail:work");
  const isTroubled = or(
    ...[eq(letters.status, "held"), eq(letters.status, "failed"), isNotNull(letters.bouncedAt)],
    isNotNull(letters.heldBecause),
  );
  return read(ctx, (tx) =>
    tx
      .select({
        ...{ id: letters.id, createdAt: letters.createdAt, sentAt: letters.sentAt, toAddress: letters.toAddress },
        ...{ kind: letters.kind, reference: letters.reference, status: letters.status },
        ...{ heldBecause: letters.heldBecause, lastError: letters.lastError, bouncedAt: letters.bouncedAt },
      })
      .from(letters)
      .leftJoin(persons, eq(persons.id, letters.personId))
      .leftJoin(tickets, eq(tickets.id, letters.ticketId))
      .leftJoin(units, eq(units.id, tickets.unitId))
      .where(
        and(
          eq(letters.organisationId, ctx.organisation.id),
          onlyTroubled ? isTroubled : undefined,
          before ? lt(letters.createdAt, before) : undefined,
          or(isNull(letters.ticketId), readable(ctx)),
          or(isNotNull(letters.ticketId), isNull(persons.id), eq(persons.hasProtectedIdentity, false)),
        ),
      )
      .orderBy(desc(letters.createdAt), desc(letters.id))
      .limit(pageSize),
  );
}

export type MutedAddress = { id: string; address: string; status: string | null; because: string; mutedAt: Date };

/** Addresses to which nothing automatic goes, the newest first. */
export function listMuted(ctx: Context): Promise<MutedAddress[]> {
  requireMay(ctx, "mail:work");
  const { id, address, status, because, mutedAt } = mutedAddresses;
  return read(ctx, (tx) =>
    tx
      .select({ id, address, status, because, mutedAt })
      .from(mutedAddresses)
      .leftJoin(persons, and(eq(persons.email, address), eq(persons.hasProtectedIdentity, true)))
      .where(
        and(
          eq(mutedAddresses.organisationId, ctx.organisation.id),
          isNull(mutedAddresses.unmutedAt),
          isNull(persons.id),
        ),
      )
      .orderBy(desc(mutedAt))
      .limit(200),
  );
}
