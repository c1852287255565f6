const most = 80;

/** A line for lists from what was written: its first sentence, cut between words where it is long. */
export function titleOf(text: string): string {
  const whole = text.trim().replace(/\s+/g, " ");
  const line = (text.trim().split("\n")[0] ?? "").trim().replace(/\s+/g, " ");
  const sentence = /^.{10,}?[.!?](?=\s|$)/u.exec(line)?.[0] ?? line;
  const first = (sentence.length < 10 ? whole : sentence).replace(/[.:;,]+$/u, "");
  if (first.length <= most) return first;
  const cut = first.slice(0, most - 1);
  const space = cut.lastIndexOf(" ");
  // Half a pair of an emoji would be no character.
  return `${(space > 40 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/u, "")).trimEnd()} …`;
}
