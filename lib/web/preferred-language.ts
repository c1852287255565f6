import { type Language, languages } from "@/db/words";

/** The first language of an Accept-Language header that we have; quality values are honoured (RFC 9110, 12.5.4). */
export function preferredLanguage(header: string | null | undefined): Language | undefined {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
      return { tag: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ tag }) => languages.find((language) => language === tag)).find(Boolean);
}

export const isLanguage = (value: string | undefined): value is Language =>
  languages.some((language) => language === value);
