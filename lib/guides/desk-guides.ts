import { and, desc, eq, ne, sql } from "drizzle-orm";
import { guideAnswers, guideShowings, guides, guideVersions } from "@/db/schema/guides";
import { type Context, read } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";
import { findDraft, type Guide, type GuideVersion, guideOrThrow, versionColumns } from "./internal";

export type GuideCounts = { shown: number; helped: number; notHelped: number; insteadOfTicket: number };

/** A guide as its writers see it: what holds, what is being written, how it has done. */
export type DeskGuide = GuideCounts & { guide: Guide; published: GuideVersion | null; draft: GuideVersion | null };

const counted = (what: ReturnType<typeof sql>) =>
  sql<number>`(select count(*)::int from ${guideAnswers} a where a.guide_id = guides.id and ${what})`;

const counts = {
  shown: sql<number>`coalesce((select sum(s.count)::int from ${guideShowings} s where s.guide_id = guides.id), 0)`,
  helped: counted(sql`a.has_helped`),
  notHelped: counted(sql`not a.has_helped`),
  insteadOfTicket: counted(sql`a.is_instead_of_ticket`),
};

/** Every guide, published or not: those to review first, then by title. */
export async function listDeskGuides(ctx: Context): Promise<DeskGuide[]> {
  requireMay(ctx, "guide:write");
  const [all, versions] = await read(ctx, async (tx) => [
    await tx
      .select({ guide: guides, ...counts })
      .from(guides)
      .where(eq(guides.organisationId, ctx.organisation.id)),
    await tx
      .select(versionColumns)
      .from(guideVersions)
      .innerJoin(guides, eq(guides.id, guideVersions.guideId))
      .where(sql`${guideVersions.status} = 'draft' or ${guideVersions.number} = ${guides.publishedNumber}`),
  ]);
  const rows = all.map((row) => {
    const own = versions.filter(({ guideId }) => guideId === row.guide.id);
    const published = own.find(({ status }) => status === "published") ?? null;
    return { ...row, published, draft: own.find(({ status }) => status === "draft") ?? null };
  });
  const due = ({ published }: DeskGuide) => published?.reviewOn ?? "";
  return rows.sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}

export type GuideAnswer = { hasHelped: boolean; text: string; at: Date; versionNumber: number };

/** One guide with its published versions, newest first, and what readers wrote; who they are is nobody's concern. */
export function getDeskGuide(
  ctx: Context,
  slug: string,
): Promise<DeskGuide & { versions: GuideVersion[]; answers: GuideAnswer[] }> {
  requireMay(ctx, "guide:write");
  return read(ctx, async (tx) => {
    const guide = await guideOrThrow(ctx, tx, slug);
    const draft = (await findDraft(tx, guide)) ?? null;
    const versions = await tx
      .select(versionColumns)
      .from(guideVersions)
      .where(and(eq(guideVersions.guideId, guide.id), eq(guideVersions.status, "published")))
      .orderBy(desc(guideVersions.number));
    const { hasHelped, text, at, versionNumber } = guideAnswers;
    const answers = await tx
      .select({ hasHelped, text, at, versionNumber })
      .from(guideAnswers)
      .where(and(eq(guideAnswers.guideId, guide.id), ne(guideAnswers.text, "")))
      .orderBy(desc(guideAnswers.at))
      .limit(20);
    const [count] = await tx.select(counts).from(guides).where(eq(guides.id, guide.id));
    const published = versions.find(({ number }) => number === guide.publishedNumber) ?? null;
    const none = { shown: 0, helped: 0, notHelped: 0, insteadOfTicket: 0 };
    return { guide, draft, published, versions, answers, ...(count ?? none) };
  });
}
