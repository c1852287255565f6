import { folded } from "./search-words";

/** A piece of text, plain or found. What shows it marks the found ones; no markup is ever made of it here. */
export type Piece = { text: string; isHit: boolean };

const [before, longest] = [60, 220];

/** A text in pieces, those words marked that begin with one of the stems. */
export function marked(text: string, stems: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of hitsIn(text, stems)) {
    if (from > at) pieces.push({ text: text.slice(at, from), isHit: false });
    pieces.push({ text: text.slice(from, to), isHit: true });
    at = to;
  }
  return at < text.length ? [...pieces, { text: text.slice(at), isHit: false }] : pieces;
}

/** The stretch around the first hit, cut between words; null where nothing is found. */
export function snippet(text: string, stems: readonly string[]): Piece[] | null {
  const flat = text.replace(/\s+/g, " ").trim();
  const [first] = hitsIn(flat, stems);
  if (!first) return null;
  const start = first.from <= before ? 0 : flat.indexOf(" ", first.from - before) + 1;
  const end = flat.length - start <= longest ? flat.length : flat.lastIndexOf(" ", start + longest);
  const cut = flat.slice(start, Math.max(end, first.to));
  const whole = `${start > 0 ? "… " : ""}${cut}${end < flat.length ? " …" : ""}`;
  return marked(whole, stems);
}

function hitsIn(text: string, stems: readonly string[]): { from: number; to: number }[] {
  if (stems.length === 0) return [];
  const longestFirst = stems.toSorted((a, b) => b.length - a.length).join("|");
  const word = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst})[\\p{L}\\p{N}]*`, "gu");
  return [...folded(text).matchAll(word)].map(({ index, 0: hit }) => ({ from: index, to: index + hit.length }));
}
