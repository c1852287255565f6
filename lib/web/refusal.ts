import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Language } from "@/db/words";
import type { MessageKey } from "@/lib/base/language";
import { translator } from "@/lib/base/language";
import { languageCookie } from "./cookies";
import { isLanguage, preferredLanguage } from "./preferred-language";
import { problemOf } from "./problem";

export type Refusal = { status: number; key: MessageKey; retryAfter?: number };

/** Answers before Next is asked: a problem for programs, a sentence on a page of its own for people. */
export function refuse(req: IncomingMessage, res: ServerResponse, { status, key, retryAfter }: Refusal): void {
  if (res.headersSent) return;
  const language = chosenLanguage(req) ?? preferredLanguage(req.headers["accept-language"]) ?? "sv";
  const isForPrograms = req.url?.startsWith("/api/");
  const request = String(res.getHeader("x-request-id") ?? "");
  const body = isForPrograms
    ? JSON.stringify(problemOf(status, key, { language, request }))
    : page(translator(language)(key), language);
  if (retryAfter !== undefined) res.setHeader("retry-after", String(retryAfter));
  // What is left of the body will not be read, so the connection cannot be used again.
  if (!req.complete) res.setHeader("connection", "close");
  res.writeHead(status, {
    "content-type": isForPrograms ? "application/problem+json" : "text/html; charset=utf-8",
    "content-length": String(Buffer.byteLength(body)),
  });
  res.end(req.method === "HEAD" ? undefined : body);
}

/** The visitor's own choice, as the pages keep it. */
function chosenLanguage({ headers }: IncomingMessage): Language | undefined {
  const chosen = new RegExp(`(?:^|; *)${languageCookie.name}=(\\w+)`).exec(headers.cookie ?? "")?.[1];
  return isLanguage(chosen) ? chosen : undefined;
}

/** Few rules, and the browser's own colours: the portal's style sheet may be out of reach just now. */
const style =
  ":root{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif}" +
  "main{max-width:36rem;margin:0 auto;padding:15vh 1.25rem}h1{font-size:1.5rem;line-height:1.3;font-weight:600}";

/** What the content security policy lets through. */
export const refusalStyleHash = createHash("sha256").update(style).digest("base64");

const page = (sentence: string, language: string) =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${sentence}</title><style>${style}</style><main><h1>${sentence}</h1></main></html>`;
