import { sql } from "drizzle-orm";
import type { Language } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import type { Bilingual } from "@/lib/base/language";
import { htmlOf, plainTextOf } from "@/lib/base/markdown";
import { holdsNow } from "./service-rows";
import { shownIn } from "./shown-in";

/** A place in a service description; `section` is null for the service itself. `excerpt` is plain text. */
export type CatalogueHit = {
  service: string;
  section: string | null;
  heading: string;
  excerpt: string;
  language: Language;
};

type Row = { slug: string; key: string | null; heading: Bilingual; body: Bilingual; is_whole: boolean };

const hitsAtMost = 8;
const wordsAtMost = 8;

/** Where the services and their sections speak of this, best first; every word where some place has them all, else any. */
export async function searchCatalogue(ctx: Context, query: string): Promise<CatalogueHit[]> {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const rows = await read(ctx, (tx) => tx.execute(matching(ctx, words)));
  const found = rows as unknown as Row[];
  const whole = found.filter((row) => row.is_whole);
  return (whole.length > 0 ? whole : found).slice(0, hitsAtMost).map((row) => hitOf(row, words, ctx.language));
}

function wordsOf(query: string): string[] {
  const words =
    query
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return [...new Set(words)].slice(0, wordsAtMost);
}

function matching(ctx: Context, words: string[]) {
  // Only a word of some length says anything as a beginning, or as a part of another.
  const terms = words.map((word) => (word.length > 2 ? `${word}:*` : word));
  const [every, any] = [" & ", " | "].map((mark) => terms.join(mark));
  const parts = words.filter((word) => word.length > 3).map((word) => `%${word}%`);
  const holds = (how: "all" | "any") => {
    const list = sql.join(
      parts.map((part) => sql`${part}`),
      sql`, `,
    );
    return parts.length > 0 ? sql`plain ilike ${sql.raw(how)} (array[${list}])` : sql`false`;
  };
  const { language } = ctx;
  const config = language === "sv" ? sql`'swedish'::regconfig` : sql`'english'::regconfig`;
  const inOne = (column: string) => {
    const name = sql.raw(column);
    return sql`coalesce(nullif(${name} ->> ${language}, ''), ${name} ->> 'sv')`;
  };
  return sql`
    with places as (
      select s.slug, s.position as p, -1 as q, null as key, v.name as heading, v.summary as body
      from services s join service_versions v on v.service_id = s.id
      where s.organisation_id = ${ctx.organisation.id} and ${holdsNow(ctx)}
      union all
      select s.slug, s.position, c.position, c.key, c.heading, c.markdown
      from services s join service_versions v on v.service_id = s.id join service_sections c on c.version_id = v.id
      where s.organisation_id = ${ctx.organisation.id} and ${holdsNow(ctx)}
    ), texts as (
      select *, setweight(to_tsvector(${config}, ${inOne("heading")}), 'A') || to_tsvector(${config}, ${inOne("body")}) as tsv,
        ${inOne("heading")} || ' ' || ${inOne("body")} as plain
      from places
    ), ranked as (
      select *, (tsv @@ to_tsquery(${config}, ${every}) or ${holds("all")}) as is_whole,
        (tsv @@ to_tsquery(${config}, ${any}) or ${holds("any")}) as is_found,
        ts_rank(tsv, to_tsquery(${config}, ${any})) as rank
      from texts
    )
    select slug, key, heading, body, is_whole from ranked where is_whole or is_found
    order by is_whole desc, rank desc, p, q limit ${hitsAtMost}`;
}

function hitOf({ slug, key, heading, body }: Row, words: string[], language: Language): CatalogueHit {
  const shown = shownIn(language, { heading, body });
  const excerpt = excerptOf(shown.heading, plainTextOf(htmlOf(shown.body)), words);
  return { service: slug, section: key, heading: shown.heading, excerpt, language: shown.language };
}

/** The sentence that holds most of the words; where the heading itself speaks of them, the beginning. */
function excerptOf(heading: string, text: string, words: string[]): string {
  const stems = words.filter((word) => word.length > 2).map((word) => word.slice(0, Math.max(4, word.length - 2)));
  const spoken = (sentence: string) => stems.filter((stem) => sentence.toLowerCase().includes(stem)).length;
  const sentences = (text.match(/[^.!?:\n]+[.!?:]?/g) ?? []).map((each) => each.replace(/^\s*–\s*/, "").trim());
  if (spoken(heading) > 0) return sentences.slice(0, 2).join(" ");
  return [...sentences].sort((a, b) => spoken(b) - spoken(a))[0] ?? "";
}
