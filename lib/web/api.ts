import type { z } from "zod";
import type { TokenScope } from "@/db/words";
import { now } from "@/lib/base/clock";
import type { Context } from "@/lib/base/context";
import { Invalid, NotFound } from "@/lib/base/errors";
import { contentHash } from "@/lib/base/ids";
import type { MessageKey } from "@/lib/base/language";
import { faultsOf } from "@/lib/base/zod-faults";
import { findToken } from "@/lib/people/find-token";
import { ApiRefusal } from "./api-refusal";
import { domainErrorOf } from "./failure";
import { type KeptAnswer, once } from "./idempotency";
import { preferredLanguage } from "./preferred-language";
import { type Problem, problemOf, problemOfError, withFields } from "./problem";
import { secondsToWait } from "./rate-limits";
import { readBody, readBytes, refuseNul } from "./read-body";
import { multipart, readUpload } from "./receive-files";

type Schema = z.ZodType | undefined;
type Out<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;

/** What OpenAPI is generated from. */
export type Operation = {
  summary: MessageKey;
  /** Null: public, no token is asked for. */
  scope: TokenScope | null;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** The body's media type when it is not JSON; `body` then parses the text, or of a multipart form its one file and its fields. */
  bodyType?: string;
  /** The answer's media type when it is not JSON. */
  answerType?: string;
  /** The body is bytes, and no schema looks into them. */
  isBytes?: boolean;
  answer?: z.ZodType;
  /** The status of success: 200 unless said. */
  status?: number;
  /** Takes Idempotency-Key. */
  creates?: boolean;
  /** The answer holds a secret that is shown once: kept for Idempotency-Key, it is kept sealed. */
  isSecret?: boolean;
  /** Takes If-Match. */
  versioned?: boolean;
  /** Says no where the call does not exist: 404, whoever asks. */
  isThere?: () => boolean;
};

/** `version` becomes the ETag. A `body` that is text or bytes goes out as it is, with its content-type in `headers`. */
export type Answer = { status?: number; body?: unknown; version?: number; headers?: Record<string, string> };

export type Parsed<P extends Schema, Q extends Schema, B extends Schema> = {
  params: Out<P>;
  query: Out<Q>;
  body: Out<B>;
  /** The version that If-Match names. */
  ifMatch: number | undefined;
  request: Request;
};

type Spec<P extends Schema, Q extends Schema, B extends Schema> = Operation & {
  scope: TokenScope;
  params?: P;
  query?: Q;
  body?: B;
  run: (ctx: Context, parsed: Parsed<P, Q, B>) => Promise<Answer>;
};

export type Endpoint = ((request: Request, route: { params: Promise<unknown> }) => Promise<Response>) & {
  operation: Operation;
};

/**
 * One call of the REST interface as a route handler: token → context, schemas → 400 with paths, scope → 403, the verb → its answer,
 * a domain error → its problem. `operation` is what OpenAPI is generated from.
 */
export function endpoint<P extends Schema = undefined, Q extends Schema = undefined, B extends Schema = undefined>(
  spec: Spec<P, Q, B>,
): Endpoint {
  const { run, ...operation } = spec;
  const handler = async (request: Request, route: { params: Promise<unknown> }): Promise<Response> => {
    const reference = request.headers.get("x-request-id") ?? "none";
    const edge = { language: preferredLanguage(request.headers.get("accept-language")) ?? "sv", request: reference };
    try {
      if (operation.isThere?.() === false) throw new NotFound();
      const ctx = await contextOf(request, spec.scope, reference);
      edge.language = ctx.language;
      const parsed = (await parse(operation, request, await route.params)) as Parsed<P, Q, B>;
      return await answered(operation, ctx, parsed, (within) => run(within, parsed));
    } catch (fault) {
      if (fault instanceof ApiRefusal) {
        return refusal(withFields(problemOf(fault.status, fault.key, edge), fault.fields, edge), fault.headers);
      }
      return refusal(problemOfError(domainErrorOf(fault, reference), edge));
    }
  };
  return Object.assign(handler, { operation });
}

async function contextOf(request: Request, scope: TokenScope, reference: string): Promise<Context> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const found = bearer ? await findToken(bearer) : null;
  if (!found) {
    const wait = await secondsToWait("refused_token", request.headers.get("x-forwarded-for") ?? "");
    throw wait === null ? ApiRefusal.noToken() : ApiRefusal.tooMany(wait);
  }
  const wait = await secondsToWait("token", found.tokenId);
  if (wait !== null) throw ApiRefusal.tooMany(wait);
  if (!found.person.scopes?.includes(scope)) throw ApiRefusal.scope();
  const language = preferredLanguage(request.headers.get("accept-language")) ?? found.language;
  return { organisation: found.organisation, actor: found.person, now: now(), language, request: reference };
}

async function parse(operation: Operation, request: Request, routeParams: unknown) {
  return {
    params: parsedBy(operation.params, routeParams),
    query: parsedBy(operation.query, queryOf(request)),
    body: await bodyOf(operation, request),
    ifMatch: operation.versioned ? versionIn(request.headers.get("if-match")) : undefined,
    request,
  };
}

async function bodyOf({ body, bodyType, isBytes }: Operation, request: Request): Promise<unknown> {
  if (!body) return undefined;
  if (bodyType === multipart) return parsedBy(body, await readUpload(request));
  if (!isBytes) return parsedBy(body, await readBody(request, bodyType));
  const parsed = body.safeParse(await readBytes(request, bodyType ?? "application/octet-stream"));
  if (!parsed.success) throw new Invalid(faultsOf(parsed.error));
  return parsed.data;
}

/** A name that comes several times is a list, as if written with commas: `status=new&status=paused`. */
function queryOf(request: Request): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new URL(request.url).searchParams) {
    query[name] = name in query ? `${query[name]},${value}` : value;
  }
  return query;
}

function parsedBy(schema: z.ZodType | undefined, input: unknown): unknown {
  if (!schema) return undefined;
  refuseNul(input);
  const parsed = schema.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new Invalid(faultsOf(parsed.error));
  return parsed.data;
}

/** `"3"` → 3. A tag that is not a version of ours, weak ones too, matches none: -1 (RFC 9110, 13.1.1). `*` names no version. */
function versionIn(ifMatch: string | null): number | undefined {
  if (ifMatch === null || ifMatch.trim() === "*") return undefined;
  const version = /^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  return version === undefined ? -1 : Number(version);
}

async function answered(
  operation: Operation,
  ctx: Context,
  { request, params, query, body }: Parsed<Schema, Schema, Schema>,
  run: (ctx: Context) => Promise<Answer>,
): Promise<Response> {
  const key = operation.creates ? request.headers.get("idempotency-key") : null;
  if (key === null) return responseOf(operation, await run(ctx));
  const { pathname } = new URL(request.url);
  // Through JSON, for a date has no entries of its own to hash.
  const sent = JSON.parse(JSON.stringify({ method: request.method, pathname, params, query, body }));
  const requestHash = contentHash(sent);
  const kept = await once(ctx, { key, requestHash, isSecret: operation.isSecret === true }, async (within) =>
    keptAnswer(operation, await run(within)),
  );
  const headers = kept.isReplay ? { ...kept.headers, "idempotent-replayed": "true" } : kept.headers;
  return new Response(kept.body, { status: kept.status, headers });
}

function keptAnswer(operation: Operation, answer: Answer): KeptAnswer {
  return { status: statusOf(operation, answer), headers: headersOf(answer), body: JSON.stringify(answer.body ?? null) };
}

function responseOf(operation: Operation, answer: Answer): Response {
  const status = statusOf(operation, answer);
  if (status === 204) return new Response(null, { status, headers: headersOf(answer) });
  const isRaw =
    typeof answer.body === "string" || answer.body instanceof Uint8Array || answer.body instanceof ReadableStream;
  const body = isRaw ? (answer.body as BodyInit) : JSON.stringify(answer.body ?? null);
  return new Response(body, { status, headers: headersOf(answer) });
}

const statusOf = (operation: Operation, answer: Answer) => answer.status ?? operation.status ?? 200;

function headersOf({ version, headers }: Answer): Record<string, string> {
  const etag: Record<string, string> = version === undefined ? {} : { etag: `"${version}"` };
  return { "content-type": "application/json", ...etag, ...headers };
}

/** Hidden and absent get the same bytes, so what differs from call to call stays in the header x-request-id. */
function refusal({ request, ...problem }: Problem, headers: Record<string, string> = {}): Response {
  const body = problem.status === 404 ? problem : { ...problem, request };
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: { "content-type": "application/problem+json", ...headers },
  });
}
