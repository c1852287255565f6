import { eq } from "drizzle-orm";
import type { SeedGuide } from "@/db/demo/guides/content";
import { ticketCategories } from "@/db/schema/desk";
import { guides, guideVersions } from "@/db/schema/guides";
import { type Context, inTransaction } from "@/lib/base/context";
import { localDate } from "@/lib/base/format";
import { newId } from "@/lib/base/ids";
import { slugOf } from "@/lib/base/slug-of";
import { record } from "@/lib/history/record";

const halfYearMs = 182 * 86_400_000;

/** A new organisation's first guides, published at once; categories that it does not have are left out. For commands alone. */
export async function fillGuides(ctx: Context, given: readonly SeedGuide[]): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const organisationId = ctx.organisation.id;
    const known = await tx
      .select({ path: ticketCategories.path })
      .from(ticketCategories)
      .where(eq(ticketCategories.organisationId, organisationId));
    const paths = new Set(known.map(({ path }) => path));
    const reviewOn = localDate(new Date(ctx.now.getTime() + halfYearMs), ctx.organisation.timeZone);
    const rows = given.map((text) => ({ text, id: newId(), slug: slugOf(text.title.sv, "guide") }));
    await tx
      .insert(guides)
      .values(rows.map(({ id, slug }) => ({ id, organisationId, slug, publishedNumber: 1, createdAt: ctx.now })));
    await tx.insert(guideVersions).values(
      rows.map(({ id: guideId, text: { categories, ...words } }) => ({
        ...{ id: newId(), organisationId, guideId, number: 1, status: "published" as const, reviewOn, ...words },
        categories: categories.filter((path) => paths.has(path)),
        ...{ writtenAt: ctx.now, publishedAt: ctx.now },
      })),
    );
    await record(ctx, tx, "guides.filled", { kind: "guide", id: "all" }, { count: rows.length });
  });
}
