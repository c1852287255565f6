/** Where the header block ends: after the first empty line, or the whole when there is none. */
export function headEnd(raw: Buffer): number {
  const crlf = raw.indexOf("\r\n\r\n");
  const lf = raw.indexOf("\n\n");
  if (crlf === -1 && lf === -1) return raw.length;
  if (crlf === -1) return lf + 2;
  return lf === -1 || crlf < lf ? crlf + 4 : lf + 2;
}

const isUtf8 = (bytes: Uint8Array): boolean => !new TextDecoder().decode(bytes).includes("\uFFFD");

/** Headers in raw 8-bit letters (old scanners and mailers): read as windows-1252 where they are not UTF-8 (RFC 6532). */
export function withUtf8Head(raw: Buffer): Buffer {
  const end = headEnd(raw);
  const head = raw.subarray(0, end);
  if (isUtf8(head)) return raw;
  const text = new TextDecoder("windows-1252").decode(head);
  return Buffer.concat([Buffer.from(text, "utf8"), raw.subarray(end)]);
}

/** The same message with every text that claims UTF-8, ASCII or nothing declared as windows-1252, which reads any byte. */
export function declaredWindows1252(raw: Buffer): Buffer {
  const text = raw.toString("latin1");
  const declared = text
    .replace(/charset\s*=\s*"?(utf-?8|us-ascii|ascii|unknown[\w-]*)"?/gi, "charset=windows-1252")
    .replace(/^(content-type:[ \t]*text\/(?:plain|html))[ \t]*(?=\r?$)/gim, "$1; charset=windows-1252");
  const head = declared.slice(0, headEnd(raw) + 64);
  const isTyped = /^content-type:/im.test(head);
  return Buffer.from(isTyped ? declared : `Content-Type: text/plain; charset=windows-1252\r\n${declared}`, "latin1");
}

/** Letters of UTF-8 read as windows-1252: the second reading was worse than the first. */
export const isMojibake = (text: string): boolean => /Ã[\u0080-\u00BF\u2000-\u2122¤¥¶]|ï¿½/.test(text);

/** A name to show and to save under: no path, no control or invisible characters, nothing that hides its ending or the file itself. */
export function safeFilename(name: string): string | null {
  const visible = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, "")
    .replace(/[/\\:*?"<>|]+/g, "-")
    .replace(/^[.\s-]+|[.\s]+$/g, "");
  if (visible === "") return null;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(visible)?.[0] ?? "";
  return visible.length <= 120 ? visible : visible.slice(0, 120 - ending.length) + ending;
}

/** One line as a person may be shown it: without line breaks and characters that turn or hide what is beside them. */
export const shownLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\p{Cf}]+/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
