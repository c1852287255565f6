import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { guides, guideVersions } from "@/db/schema/guides";
import { type Context, read } from "@/lib/base/context";
import { type GuideRow, guideRow, readableGuides } from "./queries";
import type { SuggestGuides } from "./schema";

const wordsAtMost = 24;

/** Words that every other fault holds, and that so tell no guide from another. */
const empty = new Set([
  ...[
    "ipad",
    "ipaden",
    "ipads",
    "fungerar",
    "funkar",
    "problem",
    "hjälp",
    "hjälpa",
    "går",
    "får",
    "hej",
    "tack",
    "behöver",
  ],
  ...["kommer", "något", "någon", "kunna", "vill", "göra", "gör", "inte", "help", "please", "work", "works", "working"],
  ...["need", "hello", "thanks", "cannot", "want", "when", "does"],
]);

/**
 * The guides that most likely answer this text, best first: by the words they share in either language (PostgreSQL's full text,
 * beginnings of words too), and by the category, where its own guides weigh most. Nothing where nothing fits.
 */
export async function suggestGuides(ctx: Context, asked: SuggestGuides): Promise<GuideRow[]> {
  const words = wordsOf(asked.text);
  const category = asked.category ?? "";
  if (words.length === 0 && category === "") return [];
  const [sv, en] = [queryOf("swedish", words), queryOf("english", words)];
  const byWords = sql<number>`greatest(${rank(guideVersions.searchSv, sv)}, ${rank(guideVersions.searchEn, en)})`;
  const byCategory = sql<number>`case when ${category} = any(${guideVersions.categories}) then 0.5
    when split_part(${category}, '/', 1) = any(${guideVersions.categories}) then 0.05 else 0 end`;
  const fits = sql`(${guideVersions.searchSv} @@ ${sv} or ${guideVersions.searchEn} @@ ${en} or ${category} = any(${guideVersions.categories}))`;
  const audience = asked.audience === "public" ? eq(guideVersions.audience, "public") : undefined;
  const rows = await read(ctx, (tx) =>
    tx
      .select({
        ...{ slug: guides.slug, title: guideVersions.title, summary: guideVersions.summary },
        ...{ audience: guideVersions.audience, categories: guideVersions.categories },
      })
      .from(guides)
      .innerJoin(guideVersions, eq(guideVersions.guideId, guides.id))
      .where(and(readableGuides(ctx), audience, fits))
      .orderBy(desc(sql`${byWords} + ${byCategory}`), guides.slug)
      .limit(asked.limit),
  );
  return rows.map((row) => guideRow(row, ctx.language));
}

/** Each word in all its forms, and as the beginning of another just as it is typed: stemmed, "appen" would begin "Apple". */
function queryOf(config: "swedish" | "english", words: string[]): SQL {
  const beginnings = words.filter((word) => word.length > 3).map((word) => `${word}:*`);
  return sql`(to_tsquery(${config}::regconfig, ${words.join(" | ")}) || to_tsquery('simple', ${beginnings.join(" | ")}))`;
}

/** Titles weigh most (the order is body's, summary's, title's from the second on); a long guide gains nothing by its length. */
const rank = (words: PgColumn, query: SQL) => sql`ts_rank('{0.05, 0.1, 0.3, 1.0}', ${words}, ${query}, 1)`;

/** The first words that say something; where none does, what there is. */
function wordsOf(text: string): string[] {
  const found =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const words = [...new Set(found)];
  const telling = words.filter((word) => !empty.has(word));
  return (telling.length > 0 ? telling : words).slice(0, wordsAtMost);
}
