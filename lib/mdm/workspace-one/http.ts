import type { z } from "zod";
import { systemNow } from "@/lib/base/clock";
import { Unavailable } from "@/lib/base/errors";
import type { OutboundAnswer } from "@/lib/base/guarded-fetch";
import { hold, throwIfHeld } from "./hold";
import { type Connection, forgetToken, readJson, refusedSignIn, signInHeaders } from "./sign-in";
import { WsFault } from "./types";

/**
 * Everything we ever ask of the server. What is not in this table cannot be sent: `POST /mdm/devices/bulk`, which takes the same
 * body as tagging, deletes the devices.
 */
export const operations = {
  readDevice: { method: "GET", path: "/mdm/devices", version: 1 },
  searchTags: { method: "GET", path: "/mdm/tags/search", version: 1 },
  addTag: { method: "POST", path: "/mdm/tags/addtag", version: 1 },
  addDevicesToTag: { method: "POST", path: "/mdm/tags/{id}/adddevices", version: 1 },
  devicesOfTag: { method: "GET", path: "/mdm/tags/{id}/devices", version: 1 },
} as const;

export type Operation = keyof typeof operations;

export type Ask = {
  id?: string;
  query?: Record<string, string | number>;
  body?: unknown;
  /** Statuses above 299 that are an answer here, as long as the body is theirs. */
  expects?: readonly number[];
};

/** `body` is undefined when they answered with nothing, as a search without hits does (204). */
export type Answer = { status: number; body: unknown };

/** Asks once; only a refused token is fetched again and the request sent anew. Throws Unavailable, never with a secret. */
export async function ask(connection: Connection, operation: Operation, question: Ask): Promise<Answer> {
  throwIfHeld(connection.key);
  const headers = await signInHeaders(connection);
  const answer = await send(connection, operation, question, headers);
  if (answer.status !== 401 || connection.auth.kind === "basic")
    return understood(connection, operation, question, answer);
  await forgetToken(connection, headers);
  const again = await send(connection, operation, question, await signInHeaders(connection));
  return understood(connection, operation, question, again);
}

/** The body as one of their types, or Unavailable: an answer that cannot be read is no answer. */
export function read<T extends z.ZodType>(operation: Operation, schema: T, answer: Answer): z.infer<T> {
  const parsed = schema.safeParse(answer.body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new Unavailable(`${nameOf(operation)} ${answer.status}, unreadable at "${where}"`, true, "mdm.notTheApi");
}

async function send(connection: Connection, operation: Operation, question: Ask, signedIn: Record<string, string>) {
  const { method, version } = operations[operation];
  const url = new URL(connection.base + pathOf(operation, question.id));
  for (const [name, value] of Object.entries(question.query ?? {})) url.searchParams.set(name, String(value));
  const headers = { ...signedIn, Accept: `application/json;version=${version}` };
  const request = { method, timeoutMs: connection.timeoutMs };
  if (method === "GET") return connection.fetch(url.href, { ...request, headers }, connection.allowed);
  const withType = { ...headers, "Content-Type": "application/json" };
  return connection.fetch(
    url.href,
    { ...request, headers: withType, body: JSON.stringify(question.body) },
    connection.allowed,
  );
}

function pathOf(operation: Operation, id = ""): string {
  const { path } = operations[operation];
  // Digits only, so that an id can never turn the path into another operation.
  if (path.includes("{id}") && !/^\d+$/.test(id))
    throw new Unavailable(`${nameOf(operation)}: bad id`, false, "mdm.refused");
  return path.replace("{id}", id);
}

const nameOf = (operation: Operation): string => `${operations[operation].method} ${operations[operation].path}`;

function understood(connection: Connection, operation: Operation, question: Ask, answer: OutboundAnswer): Answer {
  const { status, text } = answer;
  const body = text.trim() === "" ? undefined : readJson(text);
  const isReadable = body !== undefined || text.trim() === "";
  heedLimit(connection, answer);
  if (status >= 200 && status < 300 && isReadable) return { status, body };
  const fault = WsFault.safeParse(body);
  if (fault.success && question.expects?.includes(status)) return { status, body };
  throw failureOf(connection, `${nameOf(operation)} ${status}${told(fault.data)}`, answer, fault.data);
}

function told(fault: WsFault | undefined): string {
  if (!fault) return "";
  const activity = /^[\w-]{1,64}$/.test(fault.activityId ?? "") ? ` activityId ${fault.activityId}` : "";
  return ` errorCode ${fault.errorCode}${activity}`;
}

const wrongApiKey = 1013;

function failureOf(connection: Connection, detail: string, answer: OutboundAnswer, fault?: WsFault): Unavailable {
  const { status } = answer;
  if (status === 401) return refusedSignIn(connection, detail);
  if (status === 403 && fault?.errorCode === wrongApiKey) return new Unavailable(detail, false, "mdm.signInRefused");
  if (status === 403) return new Unavailable(detail, false, "mdm.notAllowed");
  if (status === 429 || status === 503) return throttled(connection, detail, answer);
  if (status >= 500 || [408, 423, 424].includes(status)) return new Unavailable(detail, true, "mdm.unavailable");
  if (!fault) return new Unavailable(`${detail}, not their answer`, true, "mdm.notTheApi");
  return new Unavailable(detail, status === 404, "mdm.refused");
}

/** 429 is not documented for this API, so a 503 with Retry-After is taken for the same. */
function throttled(connection: Connection, detail: string, { status, headers }: OutboundAnswer): Unavailable {
  const seconds = retryAfter(headers["retry-after"]) ?? (status === 429 ? 30 : 0);
  const error = new Unavailable(
    seconds > 0 ? `${detail}, wait ${seconds} s` : detail,
    true,
    status === 429 ? "mdm.rateLimited" : "mdm.unavailable",
  );
  if (seconds > 0) hold(connection.key, seconds, error);
  return error;
}

/** Seconds from a Retry-After header, written as seconds or as a date (RFC 9110, 10.2.3); at most an hour. */
function retryAfter(written: string | undefined): number | null {
  if (!written) return null;
  const seconds = /^\d+$/.test(written.trim())
    ? Number(written)
    : Math.ceil((new Date(written).getTime() - systemNow().getTime()) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), 3600);
}

/** Their own count says that the next request would be one too many: wait for the reset (epoch seconds) without asking. */
function heedLimit(connection: Connection, { headers }: OutboundAnswer): void {
  const reset = Number(headers["x-ratelimit-reset"]);
  if (headers["x-ratelimit-remaining"]?.trim() !== "0" || !Number.isFinite(reset)) return;
  const seconds = Math.min(Math.ceil(reset - systemNow().getTime() / 1000), 86_400);
  if (seconds > 0)
    hold(connection.key, seconds, new Unavailable(`rate limit, wait ${seconds} s`, true, "mdm.rateLimited"));
}
