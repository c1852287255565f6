import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  disruptionAnswers,
  disruptionDeliveries,
  disruptionFollowers,
  disruptionTickets,
  incidentReports,
} from "@/db/schema/disruptions";
import { persons, units } from "@/db/schema/people";
import { tickets } from "@/db/schema/tickets";
import { incidentReportSteps, type TicketStatus } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";
import { readable } from "@/lib/tickets/visibility";
import { type DisruptionRow, disruptionOrThrow } from "./internal";

export type LinkedTicket = { reference: string; title: string; status: TicketStatus };
export type Report = typeof incidentReports.$inferSelect;

/** Each answer with how far it has come; of tickets that the reader may not see only the number is told. */
export type AnswerView = { id: string; at: Date; total: number; done: number; skipped: number };
export type Skipped = { answerId: string; reference: string; because: string };

export type DeskDisruption = {
  row: DisruptionRow;
  /** Names of those who follow, by the alphabet; who has a protected identity is only counted. */
  followers: { names: string[]; unnamed: number };
  linked: LinkedTicket[];
  /** Linked tickets that this reader may not see. */
  hidden: number;
  answers: AnswerView[];
  skipped: Skipped[];
  reports: Report[];
};

/** A disruption as the servicedesk works it. */
export function getDeskDisruption(ctx: Context, id: string): Promise<DeskDisruption> {
  requireMay(ctx, "disruption:read");
  return read(ctx, async (tx) => {
    const row = await disruptionOrThrow(ctx, tx, id);
    const all = await tx.$count(disruptionTickets, eq(disruptionTickets.disruptionId, id));
    const linked = await linkedTickets(ctx, tx, id);
    const reports = await tx.select().from(incidentReports).where(eq(incidentReports.disruptionId, id));
    const inOrder = (step: Report["step"]) => incidentReportSteps.indexOf(step);
    return {
      ...{ row, linked, hidden: all - linked.length, followers: await followersOf(tx, id) },
      ...{ answers: await answersOf(tx, id), skipped: await skippedOf(ctx, tx, id) },
      reports: reports.sort((a, b) => inOrder(a.step) - inOrder(b.step)),
    };
  });
}

function linkedTickets(ctx: Context, tx: Tx, id: string): Promise<LinkedTicket[]> {
  return tx
    .select({ reference: tickets.reference, title: tickets.title, status: tickets.status })
    .from(disruptionTickets)
    .innerJoin(tickets, eq(tickets.id, disruptionTickets.ticketId))
    .innerJoin(units, eq(units.id, tickets.unitId))
    .where(and(eq(disruptionTickets.disruptionId, id), readable(ctx)))
    .orderBy(asc(disruptionTickets.createdAt), asc(tickets.reference));
}

async function followersOf(tx: Tx, id: string): Promise<DeskDisruption["followers"]> {
  const rows = await tx
    .select({ name: persons.name, isHidden: persons.hasProtectedIdentity })
    .from(disruptionFollowers)
    .innerJoin(persons, eq(persons.id, disruptionFollowers.personId))
    .where(eq(disruptionFollowers.disruptionId, id))
    .orderBy(asc(persons.name));
  const names = rows.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
  return { names, unnamed: rows.length - names.length };
}

function answersOf(tx: Tx, id: string): Promise<AnswerView[]> {
  const { doneAt, skippedBecause, answerId } = disruptionDeliveries;
  return tx
    .select({
      ...{ id: disruptionAnswers.id, at: disruptionAnswers.createdAt, total: sql<number>`count(${answerId})::int` },
      done: sql<number>`count(*) filter (where ${doneAt} is not null and ${skippedBecause} is null)::int`,
      skipped: sql<number>`count(*) filter (where ${skippedBecause} is not null)::int`,
    })
    .from(disruptionAnswers)
    .leftJoin(disruptionDeliveries, eq(answerId, disruptionAnswers.id))
    .where(eq(disruptionAnswers.disruptionId, id))
    .groupBy(disruptionAnswers.id)
    .orderBy(desc(disruptionAnswers.createdAt));
}

/** Why a ticket was passed by, as far as the reader may know of the ticket. */
async function skippedOf(ctx: Context, tx: Tx, id: string): Promise<Skipped[]> {
  const rows = await tx
    .select({
      ...{ answerId: disruptionDeliveries.answerId, reference: tickets.reference },
      because: disruptionDeliveries.skippedBecause,
    })
    .from(disruptionDeliveries)
    .innerJoin(disruptionAnswers, eq(disruptionAnswers.id, disruptionDeliveries.answerId))
    .innerJoin(tickets, eq(tickets.id, disruptionDeliveries.ticketId))
    .innerJoin(units, eq(units.id, tickets.unitId))
    .where(
      and(
        eq(disruptionAnswers.disruptionId, id),
        sql`${disruptionDeliveries.skippedBecause} is not null`,
        readable(ctx),
      ),
    );
  return rows.map((row) => ({ ...row, because: row.because ?? "" }));
}
