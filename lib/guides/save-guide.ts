import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ticketCategories } from "@/db/schema/desk";
import { guides, guideVersions } from "@/db/schema/guides";
import { type Context, inTransaction } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { personOf, requireMay } from "@/lib/base/may";
import { slugOf } from "@/lib/base/slug-of";
import { record } from "@/lib/history/record";
import { guideFaults } from "./guide-faults";
import { findDraft, type Guide, guideToChange, nextNumber } from "./internal";
import type { SaveGuide } from "./schema";

/**
 * Writes a guide's draft: of a new one, or the next edition of one that is there. Nobody but its writers sees it until it is
 * published. Invalid at the field for images without alt, skipped headings, half an English text, unknown categories.
 */
export async function saveGuide(ctx: Context, input: SaveGuide): Promise<{ slug: string }> {
  requireMay(ctx, "guide:write");
  const faults = guideFaults(input);
  if (faults.length > 0) throw new Invalid(faults);
  return inTransaction(ctx, async (tx) => {
    await requireCategories(ctx, tx, input.categories);
    const { slug, version } = input;
    const guide = slug ? await guideToChange(ctx, tx, { slug, version }) : await newGuide(ctx, tx, input);
    const number = await writeDraft(ctx, tx, guide, input);
    await record(ctx, tx, "guides.drafted", { kind: "guide", id: guide.slug }, { number });
    return { slug: guide.slug };
  });
}

async function requireCategories(ctx: Context, tx: Tx, paths: string[]): Promise<void> {
  if (paths.length === 0) return;
  const known = await tx
    .select({ path: ticketCategories.path })
    .from(ticketCategories)
    .where(and(eq(ticketCategories.organisationId, ctx.organisation.id), inArray(ticketCategories.path, paths)));
  if (known.length < new Set(paths).size) throw new Invalid([{ path: "categories", key: "guides.errors.categories" }]);
}

async function newGuide(ctx: Context, tx: Tx, { title }: SaveGuide): Promise<Guide> {
  const slug = slugOf(title.sv, "guide");
  const [made] = await tx
    .insert(guides)
    .values({ id: newId(), organisationId: ctx.organisation.id, slug, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning();
  if (!made) throw new Invalid([{ path: "title.sv", key: "guides.errors.titleTaken" }]);
  return made;
}

async function writeDraft(ctx: Context, tx: Tx, guide: Guide, input: SaveGuide): Promise<number> {
  const { audience, categories, title, summary, body, reviewOn } = input;
  const content = { audience, categories, reviewOn, title: plain(title), summary: plain(summary), body: plain(body) };
  const written = { ...content, writtenById: personOf(ctx).personId, writtenAt: ctx.now };
  const draft = await findDraft(tx, guide);
  if (draft) {
    await tx.update(guideVersions).set(written).where(eq(guideVersions.id, draft.id));
    return draft.number;
  }
  const number = await nextNumber(tx, guide);
  const of = { id: newId(), organisationId: ctx.organisation.id, guideId: guide.id, number };
  await tx.insert(guideVersions).values({ ...of, ...written, status: "draft" });
  return number;
}

const plain = ({ sv, en }: { sv: string; en?: string | undefined }) => ({ sv, ...(en ? { en } : {}) });
