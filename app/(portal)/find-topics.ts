import type { Language } from "@/db/words";
import { type ReportTopic, reportTopics } from "@/db/words";
import { translator } from "@/lib/base/language";

const topicsAtMost = 3;

/** The topics that can be reported about which speak of what was searched for, those with most of its words first. */
export function findTopics(query: string, language: Language): ReportTopic[] {
  const words = wordsIn(query).filter((word) => word.length > 2);
  const known = reportTopics.map((topic) => ({ topic, hits: hitsIn(spokenBy(topic, language), words) }));
  const found = known.filter(({ hits }) => hits > 0).sort((a, b) => b.hits - a.hits);
  return found.slice(0, topicsAtMost).map(({ topic }) => topic);
}

function spokenBy(topic: ReportTopic, language: Language): string[] {
  const t = translator(language);
  return wordsIn(`${t(`report.topic.${topic}.label`)} ${t(`report.topic.${topic}.words`)}`);
}

/** A word begins as another, or the other way round: "skrivaren" as "skrivare". */
function hitsIn(spoken: readonly string[], words: readonly string[]): number {
  return words.filter((word) =>
    spoken.some((each) => each.startsWith(word) || (each.length > 3 && word.startsWith(each))),
  ).length;
}

/** "Wi-Fi" and "e-post" are one word, with their hyphen or without. */
const wordsIn = (text: string): string[] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/(?<=\p{L})-(?=\p{L})/gu, "")
    .match(/[\p{L}\p{N}]+/gu) ?? [];
