import {
  attributionAt,
  headerBlockAt,
  isForwardDivider,
  isOriginalDivider,
  isPhoneLine,
  isQuoteLine,
} from "./dividers";

export type ReplyPart = { kind: "fresh" | "quoted" | "signature"; text: string };

/** `parts` after each other are the text, letter for letter; `quoted` is what is folded: history and signatures. */
export type SplitReply = { fresh: string; quoted: string; parts: readonly ReplyPart[] };

type Kind = ReplyPart["kind"];

/**
 * Parts what somebody wrote from the history below or around it. Lines marked with ">" are history wherever they stand, so that what is
 * written between and below them stays fresh; history without marks (Outlook) goes on to the end. What is passed on stays fresh.
 * An answer with nothing fresh is the caller's to show whole.
 */
export function splitReply(text: string): SplitReply {
  const lines = text.split(/(?<=\n)/);
  const parts = joined(lines, kindsOf(lines.map((line) => line.replace(/\n$/, ""))));
  const only = (wanted: (kind: Kind) => boolean) =>
    parts
      .filter(({ kind }) => wanted(kind))
      .map((part) => part.text)
      .join("");
  return { fresh: only((kind) => kind === "fresh"), quoted: only((kind) => kind !== "fresh"), parts };
}

function kindsOf(lines: readonly string[]): Kind[] {
  const kinds: Kind[] = [];
  let isForwarded = false;
  while (kinds.length < lines.length) {
    const at = kinds.length;
    isForwarded ||= isForwardDivider(lines[at] ?? "");
    const taken = isForwarded ? one("fresh") : (dividerAt(lines, at) ?? signatureAt(lines, at) ?? lineAt(lines, at));
    kinds.push(...taken);
  }
  return kinds;
}

const one = (kind: Kind, count = 1): Kind[] => new Array<Kind>(count).fill(kind);

/** The divider's own lines; and all below when the history after it bears no marks. */
function dividerAt(lines: readonly string[], at: number): Kind[] | null {
  const isWorded = isOriginalDivider(lines[at] ?? "");
  const length = isWorded ? 1 : attributionAt(lines, at) || headerBlockAt(lines, at);
  if (length === 0) return null;
  const below = lines.slice(at + length, at + length + 20).find((line) => line.trim() !== "");
  const isMarked = below !== undefined && isQuoteLine(below);
  return one("quoted", isMarked ? length : lines.length - at);
}

const isDelimiter = (line: string): boolean => line === "-- " || line === "--" || line === "\u2013 ";

/** From "-- " (RFC 3676, 4.3) to the history or the end. Without its space it may be a rule between paragraphs: only a short rest is a signature. */
function signatureAt(lines: readonly string[], at: number): Kind[] | null {
  const line = lines[at] ?? "";
  if (isPhoneLine(line)) return one("signature");
  if (!isDelimiter(line)) return null;
  const mostLines = line === "-- " ? 40 : 8;
  const window = lines.slice(at + 1, at + 1 + mostLines);
  const end = window.findIndex((below, offset) => isDelimiter(below) || endsSignature(window, offset));
  if (end === -1 && at + 1 + mostLines < lines.length) return null;
  const signature = end === -1 ? window : window.slice(0, end);
  return signature.some((below) => below.includes("?")) ? null : one("signature", 1 + signature.length);
}

const endsSignature = (lines: readonly string[], at: number): boolean =>
  isQuoteLine(lines[at] ?? "") || dividerAt(lines, at) !== null;

function lineAt(lines: readonly string[], at: number): Kind[] {
  return one(isQuoteLine(lines[at] ?? "") ? "quoted" : "fresh");
}

function joined(lines: readonly string[], kinds: readonly Kind[]): ReplyPart[] {
  const parts: ReplyPart[] = [];
  for (const [at, text] of lines.entries()) {
    const kind = kinds[at] ?? "fresh";
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== "") parts.push({ kind, text });
  }
  return parts;
}
