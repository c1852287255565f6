import type { IncomingMessage } from "node:http";
import { takesFiles } from "./route-class";

export const largestBody = 1_048_576;
/** Some photographs from a phone at once. */
export const largestUpload = 50 * 1_048_576;

/** A file from a phone with a bad connection takes its time; nothing else does. */
export const [bodyMs, uploadMs] = [60_000, 300_000];

/** A raw mail with its attachments, as mail servers pass on. */
export const largestMail = 26 * 1_048_576;

/** The most that may come to an address. */
export function bodyLimit(path: string): number {
  if (takesFiles(path)) return largestUpload;
  return path === "/api/v1/inbound-mail" ? largestMail : largestBody;
}

/** Did the client announce more than may come? */
export function announcesTooMuch(req: IncomingMessage, path: string): boolean {
  return Number(req.headers["content-length"] ?? 0) > bodyLimit(path);
}

/** Lets go of whoever has not sent the whole request in time. */
export function limitTime(req: IncomingMessage, path: string): void {
  if (takesFiles(path)) return;
  const timer = setTimeout(() => {
    if (!req.complete) req.socket.destroy();
  }, bodyMs);
  timer.unref();
  req.once("close", () => clearTimeout(timer));
}

/**
 * Counts what comes without being announced, and calls `tooMuch` once when it passes the limit. From there on nothing reaches the
 * reader, not even an end: half a body must never look like a whole one.
 */
export function countBody(req: IncomingMessage, path: string, tooMuch: () => void): void {
  if (req.headers["content-length"] !== undefined) return;
  const most = bodyLimit(path);
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
