import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { ticketCategories } from "@/db/schema/desk";
import { guides, guideVersions } from "@/db/schema/guides";
import type { GuideAudience, Language } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { type Bilingual, inLanguage } from "@/lib/base/language";
import { htmlOf } from "@/lib/base/markdown";
import { may } from "@/lib/base/may";
import { type GuideVersion, versionColumns } from "./internal";

/** A guide as a list shows it: all of it in `language`, the reader's where the guide has it, else Swedish. */
export type GuideRow = {
  slug: string;
  title: string;
  summary: string;
  language: Language;
  audience: GuideAudience;
  categories: string[];
};

export type Guide = GuideRow & { html: string; number: number; publishedAt: Date; reviewOn: string };

/** Which published guides this person may read: the agents' own are nobody else's. */
export function readableGuides(ctx: Context): SQL | undefined {
  const holds = and(eq(guides.organisationId, ctx.organisation.id), eq(guideVersions.number, guides.publishedNumber));
  return may(ctx.actor, "guide:readInternal") ? holds : and(holds, eq(guideVersions.audience, "public"));
}

/** NotFound for a guide that is absent, not published, or the agents' own. */
export async function getGuide(ctx: Context, slug: string): Promise<Guide> {
  const [row] = await read(ctx, (tx) =>
    tx
      .select({ slug: guides.slug, ...versionColumns })
      .from(guides)
      .innerJoin(guideVersions, eq(guideVersions.guideId, guides.id))
      .where(and(readableGuides(ctx), eq(guides.slug, slug))),
  );
  if (!row?.publishedAt) throw new NotFound();
  const { number, publishedAt, reviewOn } = row;
  return { ...guideRow(row, ctx.language), html: guideHtml(row.body, ctx.language), number, publishedAt, reviewOn };
}

/** Every guide that the person may read, by title. */
export async function listGuides(ctx: Context): Promise<GuideRow[]> {
  const rows = await read(ctx, (tx) =>
    tx
      .select({ slug: guides.slug, ...versionColumns })
      .from(guides)
      .innerJoin(guideVersions, eq(guideVersions.guideId, guides.id))
      .where(readableGuides(ctx)),
  );
  const sorted = new Intl.Collator(ctx.language);
  return rows.map((row) => guideRow(row, ctx.language)).sort((a, b) => sorted.compare(a.title, b.title));
}

export type Subject = { path: string; name: string; guides: GuideRow[] };

/** The guides by the top of their first category, in the tree's own words; those without one last, under "". */
export async function guidesBySubject(ctx: Context): Promise<Subject[]> {
  const all = await listGuides(ctx);
  const top = ({ categories }: GuideRow) => categories[0]?.split("/")[0] ?? "";
  const paths = [...new Set(all.map(top))];
  const names = await read(ctx, (tx) =>
    tx
      .select({ path: ticketCategories.path, name: ticketCategories.name })
      .from(ticketCategories)
      .where(and(eq(ticketCategories.organisationId, ctx.organisation.id), inArray(ticketCategories.path, paths)))
      .orderBy(asc(ticketCategories.name)),
  );
  const named = names.map((subject) => ({ ...subject, guides: all.filter((guide) => top(guide) === subject.path) }));
  const rest = all.filter((guide) => !names.some(({ path }) => path === top(guide)));
  return rest.length > 0 ? [...named, { path: "", name: "", guides: rest }] : named;
}

type Texts = Pick<GuideVersion, "title" | "summary" | "audience" | "categories">;

export function guideRow(row: Texts & { slug: string }, language: Language): GuideRow {
  const { slug, audience, categories } = row;
  const title = inLanguage(row.title, language);
  return {
    ...{ slug, audience, categories, title: title.text, language: title.language },
    summary: inLanguage(row.summary, language).text,
  };
}

/** A guide's Markdown as HTML; raw HTML in it is text. */
export const guideHtml = (body: Bilingual, language: Language): string => htmlOf(inLanguage(body, language).text);
export type { GuideVersion } from "./internal";
