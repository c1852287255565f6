import { Invalid } from "@/lib/base/errors";
import { ApiRefusal } from "./api-refusal";
import { bodyLimit, largestBody } from "./body-limit";
import { jsonOrUndefined } from "./paging";

/**
 * A request's body: text of the named type as it is, else JSON whatever the type says it is (no cookie speaks for REST, so a form
 * of another site gains nothing). Nothing at all is `{}`. Refuses more than the limit (413) and what is not JSON (400).
 */
export async function readBody(request: Request, type = "application/json"): Promise<unknown> {
  const text = (await bytesWithin(request, largestBody)).toString("utf8");
  if (type !== "application/json") {
    if (mediaTypeOf(request) !== type) throw ApiRefusal.bodyType(type);
    return text;
  }
  if (text.trim() === "") return {};
  const json = jsonOrUndefined(text);
  if (json === undefined) throw ApiRefusal.json();
  return json;
}

/** A body that is bytes of the named type, as they came: 415 for another type. */
export async function readBytes(request: Request, type: string): Promise<Buffer> {
  if (mediaTypeOf(request) !== type) throw ApiRefusal.bodyType(type);
  return bytesWithin(request, bodyLimit(new URL(request.url).pathname));
}

/** PostgreSQL keeps no NUL in a text, so none may come in: Invalid at its path. */
export function refuseNul(input: unknown, path: readonly string[] = []): void {
  if (typeof input === "string" && input.includes("\0")) {
    throw new Invalid([{ path: path.join("."), key: "errors.fields.wrongKind" }]);
  }
  if (typeof input !== "object" || input === null) return;
  for (const [key, value] of Object.entries(input)) refuseNul(value, [...path, key]);
}

async function bytesWithin(request: Request, most: number): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw ApiRefusal.tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > most) throw ApiRefusal.tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const mediaTypeOf = (request: Request) => request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
