import * as z from "zod";

export type JsonSchema = Record<string, unknown>;

/**
 * A schema as JSON Schema 2020-12, as which the client sends or reads it. Schemas with an id come out once, in `named`, and are
 * referred to as components.
 */
export function jsonSchemaOf(schema: z.ZodType, named: Map<string, JsonSchema>): JsonSchema {
  // Wrapped, so that a schema with an id of its own becomes a reference too.
  const written = z.toJSONSchema(z.object({ root: schema }), { io: "input", unrepresentable: "any" });
  for (const [id, part] of Object.entries(written.$defs ?? {})) named.set(id, pointed(part) as JsonSchema);
  return pointed(written.properties?.root) as JsonSchema;
}

/** `$defs` are the document's components there. */
function pointed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(pointed);
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part).filter(([key]) => !isNoise(key, part));
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const isReference = key === "$ref" && typeof value === "string";
      return [key, isReference ? value.replace("#/$defs/", "#/components/schemas/") : pointed(value)];
    }),
  );
}

/** An id is said by the component's name, and a date's pattern by its format. */
function isNoise(key: string, part: object): boolean {
  if (key === "id") return "type" in part && typeof (part as JsonSchema).id === "string";
  return key === "$schema" || (key === "pattern" && "format" in part);
}
