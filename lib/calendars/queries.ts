import { and, desc, eq, inArray, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { calendars, policies } from "@/db/schema/calendars";
import { type Context, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { Calendar, Policy } from "@/lib/sla/schema";

/** One version of a calendar. A running clock keeps the `id` it started under. */
export type CalendarVersion = { id: string; slug: string; version: number; name: string; calendar: Calendar };

/** One version of a service level's policy. */
export type PolicyVersion = { id: string; slug: string; version: number; policy: Policy };

/** The newest version, by which new clocks start. NotFound: `calendars.noSuchCalendar`. */
export function currentCalendar(ctx: Context, slug: string): Promise<CalendarVersion> {
  return read(ctx, (tx) => calendarWhere(ctx, tx, eq(calendars.slug, slug)));
}

/** The newest version, or null where the municipality has no such calendar. */
export function findCalendar(ctx: Context, slug: string): Promise<CalendarVersion | null> {
  return read(ctx, (tx) => findWhere(ctx, tx, eq(calendars.slug, slug)));
}

/** A version by id, for a clock that already runs. NotFound: `calendars.noSuchCalendar`. */
export function getCalendar(ctx: Context, id: string): Promise<CalendarVersion> {
  return read(ctx, (tx) => calendarWhere(ctx, tx, eq(calendars.id, id)));
}

/** The newest version, by which new clocks start. NotFound: `calendars.noSuchPolicy`. */
export function currentPolicy(ctx: Context, slug: string): Promise<PolicyVersion> {
  return read(ctx, (tx) => policyWhere(ctx, tx, eq(policies.slug, slug)));
}

/** A version by id, for a clock that already runs. NotFound: `calendars.noSuchPolicy`. */
export function getPolicy(ctx: Context, id: string): Promise<PolicyVersion> {
  return read(ctx, (tx) => policyWhere(ctx, tx, eq(policies.id, id)));
}

/** Versions by id, for a list of clocks that already run: one statement. What is not there is left out. */
export async function getCalendars(ctx: Context, ids: readonly string[]): Promise<Map<string, CalendarVersion>> {
  const rows = await read(ctx, (tx) =>
    tx
      .select()
      .from(calendars)
      .where(and(eq(calendars.organisationId, ctx.organisation.id), inArray(calendars.id, [...new Set(ids)]))),
  );
  return new Map(rows.map((row) => [row.id, calendarOf(row)]));
}

/** The same for policies. */
export async function getPolicies(ctx: Context, ids: readonly string[]): Promise<Map<string, PolicyVersion>> {
  const rows = await read(ctx, (tx) =>
    tx
      .select()
      .from(policies)
      .where(and(eq(policies.organisationId, ctx.organisation.id), inArray(policies.id, [...new Set(ids)]))),
  );
  return new Map(rows.map((row) => [row.id, policyOf(row)]));
}

async function calendarWhere(ctx: Context, tx: Tx, where: SQL): Promise<CalendarVersion> {
  const found = await findWhere(ctx, tx, where);
  if (!found) throw new NotFound("calendars.noSuchCalendar");
  return found;
}

async function findWhere(ctx: Context, tx: Tx, where: SQL): Promise<CalendarVersion | null> {
  const [row] = await tx
    .select()
    .from(calendars)
    .where(and(eq(calendars.organisationId, ctx.organisation.id), where))
    .orderBy(desc(calendars.version))
    .limit(1);
  return row ? calendarOf(row) : null;
}

async function policyWhere(ctx: Context, tx: Tx, where: SQL): Promise<PolicyVersion> {
  const [row] = await tx
    .select()
    .from(policies)
    .where(and(eq(policies.organisationId, ctx.organisation.id), where))
    .orderBy(desc(policies.version))
    .limit(1);
  if (!row) throw new NotFound("calendars.noSuchPolicy");
  return policyOf(row);
}

function calendarOf({ id, slug, version, name, content }: typeof calendars.$inferSelect): CalendarVersion {
  return { id, slug, version, name, calendar: parsedOnce(id, content) };
}

function policyOf({ id, slug, version, content }: typeof policies.$inferSelect): PolicyVersion {
  return { id, slug, version, policy: Policy.parse(content) };
}

const parsed = new Map<string, Calendar>();
const parsedAtMost = 500;

// A version never changes, and lib/sla keeps what it has worked out as long as the calendar object lives.
function parsedOnce(id: string, content: unknown): Calendar {
  const kept = parsed.get(id);
  if (kept) return kept;
  const calendar = Calendar.parse(content);
  if (parsed.size >= parsedAtMost) parsed.clear();
  parsed.set(id, calendar);
  return calendar;
}
