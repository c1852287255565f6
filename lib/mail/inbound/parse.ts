import { type ParsedMail, simpleParser } from "mailparser";

/** What mailparser makes of a message; the headers may be missing where there were none. */
export type Parsed = Pick<ParsedMail, "attachments"> & Partial<ParsedMail>;

const options = {
  keepCidLinks: true,
  skipImageLinks: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  // A bounce's report and the letter it returns are parts, not text that somebody wrote.
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
};

/** null when mailparser gives up. `htmlAsText` only for HTML that `isShallow`. */
export async function parsed(raw: Buffer, { htmlAsText }: { htmlAsText: boolean }): Promise<Parsed | null> {
  try {
    return await simpleParser(raw, { ...options, skipHtmlToText: !htmlAsText });
  } catch {
    return null;
  }
}

/** The plain text of HTML, quotes marked with ">". */
export async function textOfHtml(html: string): Promise<string> {
  if (!isShallow(html)) return withoutTags(html);
  const base64 = Buffer.from(html).toString("base64");
  const message = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}`;
  const mail = await parsed(Buffer.from(message), { htmlAsText: true });
  return mail?.text ?? withoutTags(html);
}

/** html-to-text takes time by the square of the depth: 150,000 open divs held a process for 39 seconds. */
export function isShallow(html: string): boolean {
  if (html.length > 1024 * 1024) return false;
  return deepest(html) <= 500;
}

function deepest(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of html.matchAll(/<\/?(?!(?:br|img|hr|meta|link|input|p|li|td|th|tr)\b)[a-z]/gi)) {
    depth = Math.max(0, depth + (tag.startsWith("</") ? -1 : 1));
    most = Math.max(most, depth);
  }
  return most;
}

const withoutTags = (html: string): string => html.replace(/<[^<>]*>/g, " ").replace(/[ \t]{2,}/g, " ");
