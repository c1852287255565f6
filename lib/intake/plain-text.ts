/** As PostgreSQL keeps it: no NUL, and no half of a letter where a text was cut. */
export const keepable = (text: string): string => Buffer.from(text, "utf8").toString("utf8").replaceAll("\0", "");

const longest = 20_000;

export type Words = { body: string; quoted: string };

/** What is read first and what is folded. A mail with nothing of its own is shown whole; what is too long goes on in the fold. */
export function wordsOf(split: { fresh: string; quoted: string }, whole: string, noText: string): Words {
  const fresh = keepable(split.fresh).trim();
  const body = fresh === "" ? keepable(whole).trim() || noText : fresh;
  const quoted = fresh === "" ? "" : keepable(split.quoted).trim();
  if (body.length <= longest) return { body, quoted };
  const rest = keepable(body.slice(longest));
  return { body: keepable(body.slice(0, longest)), quoted: [rest, quoted].filter(Boolean).join("\n\n") };
}

/** A subject without the marks of answers and forwards that every language's programs put before it. */
export function titleOf(subject: string, noSubject: string): string {
  const marks = /^\s*((re|sv|vs|aw|fw|fwd|vb|vl|vidarebefordrat|antw|ang)\s*(\[\d+\])?\s*:\s*)+/i;
  const bare = keepable(subject).replace(marks, "").trim().slice(0, 200);
  return bare.length < 3 ? [bare, noSubject].filter(Boolean).join(" – ") : keepable(bare);
}
