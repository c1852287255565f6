import * as z from "zod";
import { Invalid } from "@/lib/base/errors";

/** The query of every list: an opaque cursor from the answer before, and how many. */
export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The last row's sort keys, opaque to the client: a place in the list, not a page number. */
export function encodeCursor(keys: unknown): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** Bad input (400) when it is no cursor of this list. */
export function decodeCursor<Keys extends z.ZodType>(
  cursor: string | undefined,
  keys: Keys,
): z.output<Keys> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = keys.safeParse(jsonOrUndefined(Buffer.from(cursor, "base64url").toString("utf8")));
  if (!parsed.success) throw new Invalid([{ path: "cursor", key: "errors.cursor" }]);
  return parsed.data;
}

export function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
