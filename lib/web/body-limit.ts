import type { IncomingMessage } from "node:http";

export const largestBody = 1_048_576;

/** Did the client announce more than may come? */
export function announcesTooMuch(req: IncomingMessage): boolean {
  return Number(req.headers["content-length"] ?? 0) > largestBody;
}

/**
 * Counts what comes without being announced, and calls `tooMuch` once when it passes the limit. From there on nothing reaches the
 * reader, not even an end: half a body must never look like a whole one.
 */
export function countBody(req: IncomingMessage, tooMuch: () => void): void {
  if (req.headers["content-length"] !== undefined) return;
  const push = req.push.bind(req);
  let size = 0;
  req.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    const before = size;
    size += chunk?.length ?? 0;
    if (size <= largestBody) return push(chunk, encoding);
    if (before <= largestBody) tooMuch();
    return true;
  };
}
