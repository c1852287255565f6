import type { FieldFault } from "@/lib/base/errors";
import { htmlOf } from "@/lib/base/markdown";
import type { SaveGuide } from "./schema";

type TextFault = Omit<FieldFault, "path">;

/**
 * Why a text may not stand in a guide: an image without words for those who do not see it, one from elsewhere, a heading that skips a
 * level, a link named "här" (WCAG 1.1.1, 1.3.1, 2.4.4). The first of them, or null. The guide's title is its level 1.
 */
export function textFault(markdown: string): TextFault | null {
  const html = htmlOf(markdown);
  return imageFault(html) ?? headingFault(html) ?? linkFault(html);
}

/** The faults of a draft at their fields; English stands in all three texts or in none. */
export function guideFaults({ title, summary, body }: Pick<SaveGuide, "title" | "summary" | "body">): FieldFault[] {
  const texts = Object.entries({ "body.sv": body.sv, "body.en": body.en ?? "" });
  const faults = texts.flatMap(([path, text]) => {
    const fault = textFault(text);
    return fault ? [{ path, ...fault }] : [];
  });
  const english = Object.entries({ "title.en": title.en, "summary.en": summary.en, "body.en": body.en });
  const missing = english.filter(([, text]) => !text);
  if (missing.length === 0 || missing.length === english.length) return faults;
  return [...faults, ...missing.map(([path]) => ({ path, key: "guides.errors.english" as const }))];
}

function imageFault(html: string): TextFault | null {
  for (const [, src = "", alt = ""] of html.matchAll(/<img src="([^"]*)" alt="([^"]*)"/g)) {
    if (alt.trim() === "") return { key: "guides.errors.imageWithoutAlt", values: { image: src || "?" } };
    if (!/^\/(?!\/)/.test(src)) return { key: "guides.errors.imageElsewhere", values: { image: src || "?" } };
  }
  return null;
}

function headingFault(html: string): TextFault | null {
  let above = 1;
  for (const [, level = "1", words = ""] of html.matchAll(/<h([1-6])>(.*?)<\/h\1>/gs)) {
    const heading = words.replace(/<[^>]+>/g, "");
    if (level === "1") return { key: "guides.errors.headingOne", values: { heading } };
    if (Number(level) > above + 1) return { key: "guides.errors.headingSkipped", values: { heading } };
    above = Number(level);
  }
  return null;
}

const emptyWords = /^(här|klicka här|läs mer|länk|here|click here|read more|link|)$/i;

function linkFault(html: string): TextFault | null {
  for (const [, words = ""] of html.matchAll(/<a href="[^"]*"[^>]*>(.*?)<\/a>/gs)) {
    const alt = /alt="([^"]*)"/.exec(words)?.[1] ?? "";
    const text = (words.replace(/<[^>]+>/g, "") || alt).trim();
    if (emptyWords.test(text)) return { key: "guides.errors.linkWords", values: { words: text || "?" } };
  }
  return null;
}
