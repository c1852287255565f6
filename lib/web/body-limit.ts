import type { IncomingMessage } from "node:http";

export const largestBody = 1_048_576;

/** A raw mail with its attachments, as mail servers pass on. */
export const largestMail = 26 * 1_048_576;

/** The most that may come to an address. */
export function bodyLimit(url: string | undefined): number {
  return url?.split("?", 1)[0] === "/api/v1/inbound-mail" ? largestMail : largestBody;
}

/** Did the client announce more than may come? */
export function announcesTooMuch(req: IncomingMessage): boolean {
  return Number(req.headers["content-length"] ?? 0) > bodyLimit(req.url);
}

/**
 * Counts what comes without being announced, and calls `tooMuch` once when it passes the limit. From there on nothing reaches the
 * reader, not even an end: half a body must never look like a whole one.
 */
export function countBody(req: IncomingMessage, tooMuch: () => void): void {
  if (req.headers["content-length"] !== undefined) return;
  const most = bodyLimit(req.url);
  const push = req.push.bind(req);
  let size = 0;
  req.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    const before = size;
    size += chunk?.length ?? 0;
    if (size <= most) return push(chunk, encoding);
    if (before <= most) tooMuch();
    return true;
  };
}
