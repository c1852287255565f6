import { type Language, tokenScopes } from "@/db/words";
import { publicUrl } from "@/lib/base/env";
import { type MessageKey, type Translate, translator } from "@/lib/base/language";
import type { Endpoint, Operation } from "./api";
import { type JsonSchema, jsonSchemaOf } from "./openapi-schema";
import { preferredLanguage } from "./preferred-language";
import { ProblemAnswer } from "./present/problem";
import { restCalls } from "./rest-calls";
import { answerExamples, bodyExamples } from "./rest-examples";
import type { Calls } from "./rest-route";

/** The description itself, for anyone: the one call without a token. */
export const getOpenApi: Endpoint = Object.assign(
  async (request: Request) => {
    const language = preferredLanguage(request.headers.get("accept-language")) ?? "sv";
    const headers = { "content-type": "application/json", "content-language": language };
    return new Response(JSON.stringify(openApi(language)), { headers });
  },
  { operation: { summary: "api.operation.openapi", scope: null } as const },
);

/** Every call with its address, the description's own too. */
export const describedCalls: Record<string, Calls> = { ...restCalls, "/openapi.json": { GET: getOpenApi } };

/** The whole interface as OpenAPI 3.1, from the schemas that parse the requests. */
export function openApi(language: Language): Record<string, unknown> {
  const t = translator(language);
  const named = new Map<string, JsonSchema>();
  const problem = jsonSchemaOf(ProblemAnswer, named);
  const paths = Object.fromEntries(
    Object.entries(describedCalls).map(([path, calls]) => [path, pathItem(path, calls, t, named)]),
  );
  for (const [id, example] of Object.entries(answerExamples)) {
    named.set(id, { ...named.get(id), examples: [example] });
  }
  return {
    openapi: "3.1.1",
    info: { title: t("api.title"), description: t("api.about"), version: "1" },
    servers: [{ url: `${publicUrl()}/api/v1` }],
    security: [{ token: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(named),
      responses: problemResponses(t, problem),
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: `${t("api.token")} (${tokenScopes.join(", ")})` },
      },
    },
  };
}

function pathItem(path: string, calls: Calls, t: Translate, named: Map<string, JsonSchema>): JsonSchema {
  const methods = Object.entries(calls) as [string, Endpoint][];
  return Object.fromEntries(
    methods.map(([method, { operation }]) => [
      method.toLowerCase(),
      {
        operationId: operationId(method, path),
        summary: t(operation.summary),
        tags: [path.split("/")[1]],
        security: operation.scope === null ? [] : [{ token: [operation.scope] }],
        parameters: parametersOf(path, operation, t, named),
        ...requestBody(path, method, operation, named),
        responses: { ...success(operation, t, named), ...refusals(operation) },
      },
    ]),
  );
}

/** "GET /orders/{reference}" → "getOrdersByReference". */
function operationId(method: string, path: string): string {
  const words = path.split("/").flatMap((part) => {
    const named = /^\{(\w+)\}$/.exec(part)?.[1];
    return (named ? `by-${named}` : part).split(/[-.]/);
  });
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function parametersOf(path: string, operation: Operation, t: Translate, named: Map<string, JsonSchema>): JsonSchema[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    return { name, in: "path", required: true, schema: { type: "string" } };
  });
  const query = operation.query ? jsonSchemaOf(operation.query, named) : {};
  const inQuery = Object.entries((query.properties ?? {}) as Record<string, JsonSchema>).map(([name, schema]) => {
    return { name, in: "query", required: false, schema };
  });
  const header = (name: string, says: MessageKey) => {
    return { name, in: "header", required: false, description: t(says), schema: { type: "string" } };
  };
  return [
    ...inPath,
    ...inQuery,
    ...(operation.creates ? [header("Idempotency-Key", "api.idempotencyKey")] : []),
    ...(operation.versioned ? [header("If-Match", "api.ifMatch")] : []),
  ];
}

function requestBody(
  path: string,
  method: string,
  { body, bodyType }: Operation,
  named: Map<string, JsonSchema>,
): JsonSchema {
  if (!body) return {};
  const schema = jsonSchemaOf(body, named);
  const examples = Object.entries(bodyExamples[`${method} ${path}`] ?? {}).map(([name, value]) => [name, { value }]);
  const required = !body.safeParse({}).success;
  const content = { schema, ...(examples.length > 0 ? { examples: Object.fromEntries(examples) } : {}) };
  return { requestBody: { required, content: { [bodyType ?? "application/json"]: content } } };
}

function success(operation: Operation, t: Translate, named: Map<string, JsonSchema>): JsonSchema {
  const schema = operation.answer ? jsonSchemaOf(operation.answer, named) : { type: "object" };
  const hasVersion = operation.answer !== undefined && "version" in shapeOf(operation.answer);
  const etag = { etag: { description: t("api.etag"), schema: { type: "string" } } };
  const answer = { description: t("api.done"), content: { "application/json": { schema } } };
  return { [operation.status ?? 200]: hasVersion ? { ...answer, headers: etag } : answer };
}

const shapeOf = (schema: object): object => ("shape" in schema ? (schema.shape as object) : {});

const problems = {
  400: "errors.invalid",
  401: "errors.noToken",
  403: "errors.notAllowed",
  404: "errors.notFound",
  409: "errors.conflict",
  412: "errors.versionMismatch",
  413: "errors.tooLarge",
  429: "errors.tooMany",
} as const satisfies Record<number, MessageKey>;

function problemResponses(t: Translate, schema: JsonSchema): JsonSchema {
  const answers = Object.entries(problems).map(([status, key]) => {
    const content = { "application/problem+json": { schema } };
    return [`Problem${status}`, { description: t(key), content }];
  });
  return Object.fromEntries(answers);
}

function refusals({ scope, params, query, body, creates, versioned }: Operation): JsonSchema {
  const isWrite = scope === "write";
  const may: Record<string, boolean> = {
    ...{ 400: Boolean(query || body), 401: scope !== null, 403: scope !== null, 404: Boolean(params || body) },
    ...{ 409: isWrite || creates === true, 412: versioned === true, 413: Boolean(body), 429: true },
  };
  const given = Object.keys(problems).filter((status) => may[status]);
  return Object.fromEntries(given.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]));
}
