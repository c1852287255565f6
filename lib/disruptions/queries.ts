import { and, arrayOverlaps, asc, desc, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disruptionFollowers, disruptionMessages, disruptions } from "@/db/schema/disruptions";
import type { DisruptionMessageKind, Language } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { inLanguage } from "@/lib/base/language";
import { type DisruptionRow, disruptionOrThrow } from "./internal";

type Shown = { text: string; language: Language };

export type Message = { id: string; kind: DisruptionMessageKind; at: Date; said: Shown };

/** A disruption as everyone may read it; who follows it is nobody's business, only how many. */
export type DisruptionView = {
  id: string;
  title: Shown;
  affected: Shown;
  meanwhile: Shown;
  declaredAt: Date;
  nextUpdateAt: Date | null;
  endedAt: Date | null;
  followers: number;
  isFollowing: boolean;
  /** The newest news. */
  latest: Message | undefined;
};

/** How long a banner says that it works again. */
const shownAfterEndMs = 12 * 3_600_000;

type Where = { category?: string | undefined; service?: string | undefined };

/**
 * What a banner tells: what goes on, and what ended within twelve hours, newest first. On a form: what concerns its category (or one
 * above or under it) or its service; without either, everything.
 */
export function currentDisruptions(ctx: Context, { category, service }: Where = {}): Promise<DisruptionView[]> {
  const since = new Date(ctx.now.getTime() - shownAfterEndMs);
  const isCurrent = or(isNull(disruptions.endedAt), gt(disruptions.endedAt, since));
  const concerns = [
    ...(category === undefined ? [] : [concernsCategory(category)]),
    ...(service === undefined ? [] : [arrayOverlaps(disruptions.services, [service])]),
  ];
  return listWhere(ctx, and(isCurrent, concerns.length > 0 ? or(...concerns) : undefined), 20);
}

const concernsCategory = (category: string): SQL =>
  sql`exists (select 1 from unnest(${disruptions.categories}) c where ${category} = c
    or starts_with(${category}, c || '/') or starts_with(c, ${`${category}/`}))`;

/** What goes on, and what has been, newest first. */
export function listDisruptions(ctx: Context, limit = 50): Promise<DisruptionView[]> {
  return listWhere(ctx, undefined, limit);
}

/** One with everything that has been said of it, oldest first. NotFound when there is none. */
export function getDisruption(ctx: Context, id: string): Promise<DisruptionView & { messages: Message[] }> {
  return read(ctx, async (tx) => {
    const row = await disruptionOrThrow(ctx, tx, id);
    const [view] = await viewsOf(ctx, tx, [row]);
    if (!view) throw new Error("a disruption vanished");
    const said = await messagesOf(tx, [id]);
    return { ...view, messages: said.map((message) => messageView(message, ctx.language)) };
  });
}

function listWhere(ctx: Context, condition: SQL | undefined, limit: number): Promise<DisruptionView[]> {
  return read(ctx, async (tx) => {
    const rows = await tx
      .select()
      .from(disruptions)
      .where(and(eq(disruptions.organisationId, ctx.organisation.id), condition))
      .orderBy(sql`${disruptions.endedAt} is not null`, desc(disruptions.declaredAt))
      .limit(limit);
    return viewsOf(ctx, tx, rows);
  });
}

async function viewsOf(ctx: Context, tx: Tx, rows: readonly DisruptionRow[]): Promise<DisruptionView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const { disruptionId, personId } = disruptionFollowers;
  const counts = await tx
    .select({
      disruptionId,
      count: sql<number>`count(*)::int`,
      isMine: sql<boolean>`coalesce(bool_or(${personId} = ${me}), false)`,
    })
    .from(disruptionFollowers)
    .where(inArray(disruptionId, ids))
    .groupBy(disruptionId);
  const messages = await messagesOf(tx, ids);
  return rows.map((row) => {
    const { id, declaredAt, nextUpdateAt, endedAt } = row;
    const follows = counts.find((each) => each.disruptionId === id);
    const [title, affected, meanwhile] = [row.title, row.affected, row.meanwhile].map((t) =>
      inLanguage(t, ctx.language),
    );
    const latest = messages.filter((message) => message.disruptionId === id && message.kind !== "declared").at(-1);
    return {
      ...{ id, declaredAt, nextUpdateAt, endedAt, title: title as Shown, affected: affected as Shown },
      ...{ meanwhile: meanwhile as Shown, followers: follows?.count ?? 0, isFollowing: follows?.isMine ?? false },
      latest: latest && messageView(latest, ctx.language),
    };
  });
}

type MessageRow = typeof disruptionMessages.$inferSelect;

function messagesOf(tx: Tx, ids: string[]): Promise<MessageRow[]> {
  return tx
    .select()
    .from(disruptionMessages)
    .where(inArray(disruptionMessages.disruptionId, ids))
    .orderBy(asc(disruptionMessages.at), asc(disruptionMessages.id));
}

const messageView = ({ id, kind, at, text }: MessageRow, language: Language): Message => {
  return { id, kind, at, said: inLanguage(text, language) };
};
