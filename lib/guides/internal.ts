import { and, eq, max, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { guides, guideVersions } from "@/db/schema/guides";
import type { Context } from "@/lib/base/context";
import { NotFound, VersionMismatch } from "@/lib/base/errors";
import type { OnGuide } from "./schema";

export type Guide = typeof guides.$inferSelect;

/** A version without its search columns, which nobody reads. */
export const versionColumns = {
  ...{ id: guideVersions.id, guideId: guideVersions.guideId, number: guideVersions.number },
  ...{ status: guideVersions.status, audience: guideVersions.audience, categories: guideVersions.categories },
  ...{ title: guideVersions.title, summary: guideVersions.summary, body: guideVersions.body },
  ...{ reviewOn: guideVersions.reviewOn, restoredFrom: guideVersions.restoredFrom },
  ...{ writtenById: guideVersions.writtenById, writtenAt: guideVersions.writtenAt },
  ...{ publishedById: guideVersions.publishedById, publishedAt: guideVersions.publishedAt },
};

export type GuideVersion = Omit<typeof guideVersions.$inferSelect, "searchSv" | "searchEn" | "organisationId">;

export async function guideOrThrow(ctx: Context, tx: Tx, slug: string): Promise<Guide> {
  const [found] = await tx
    .select()
    .from(guides)
    .where(and(eq(guides.organisationId, ctx.organisation.id), eq(guides.slug, slug)));
  if (!found) throw new NotFound();
  return found;
}

/** The guide, its version counted up from the one that was read: of two who act on the same one the second gets VersionMismatch. */
export async function guideToChange(
  ctx: Context,
  tx: Tx,
  { slug, version }: Pick<OnGuide, "slug"> & { version?: number | undefined },
  changes: Partial<typeof guides.$inferInsert> = {},
): Promise<Guide> {
  const guide = await guideOrThrow(ctx, tx, slug);
  const [changed] = await tx
    .update(guides)
    .set({ ...changes, version: sql`${guides.version} + 1` })
    .where(and(eq(guides.id, guide.id), eq(guides.version, version ?? guide.version)))
    .returning();
  if (!changed) throw new VersionMismatch();
  return changed;
}

export async function findDraft(tx: Tx, guide: Guide): Promise<GuideVersion | undefined> {
  const [draft] = await tx
    .select(versionColumns)
    .from(guideVersions)
    .where(and(eq(guideVersions.guideId, guide.id), eq(guideVersions.status, "draft")));
  return draft;
}

export async function nextNumber(tx: Tx, guide: { id: string }): Promise<number> {
  const [row] = await tx
    .select({ last: max(guideVersions.number) })
    .from(guideVersions)
    .where(eq(guideVersions.guideId, guide.id));
  return (row?.last ?? 0) + 1;
}
