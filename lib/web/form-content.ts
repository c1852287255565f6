import * as z from "zod";

/** What a form held, by field name, as typed: to fill it in again. */
export type Typed = Record<string, string[]>;

/** Next's own fields begin with `$`, the portal's with `_`; files are not text. */
export function typedIn(form: FormData): Typed {
  const typed: Typed = {};
  for (const [name, value] of form) {
    if (name.startsWith("$") || name.startsWith("_") || typeof value !== "string") continue;
    typed[name] = [...(typed[name] ?? []), value];
  }
  return typed;
}

/**
 * The schema's input from the form's fields, and nothing else of them: "a.b" and "rows.0.a" nest; a list is a repeated field, its
 * empty ones left out; numbers and checkboxes become what the schema asks for, so that one schema serves form and REST.
 */
export function inputFrom(schema: z.ZodType, typed: Typed): unknown {
  return build(schema, "", typed);
}

function build(schema: z.ZodType, name: string, typed: Typed): unknown {
  const kind = unwrap(schema);
  if (kind instanceof z.ZodObject) return object(kind, name, typed);
  if (kind instanceof z.ZodDiscriminatedUnion) return build(optionOf(kind, name, typed), name, typed);
  if (kind instanceof z.ZodArray) return list(kind.element as z.ZodType, name, typed);
  const text = typed[name]?.[0];
  if (kind instanceof z.ZodBoolean && !isOptional(schema)) return isTicked(text);
  if (text === undefined || (text.trim() === "" && isOptional(schema))) return undefined;
  return leaf(kind, text);
}

function object(schema: z.ZodObject, name: string, typed: Typed): unknown {
  const within = (key: string) => (name === "" ? key : `${name}.${key}`);
  const entries = Object.entries(schema.shape).map(([key, part]) => [
    key,
    build(part as z.ZodType, within(key), typed),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function list(element: z.ZodType, name: string, typed: Typed): unknown[] {
  const rows = Object.keys(typed).flatMap((key) => {
    const rest = key.startsWith(`${name}.`) ? key.slice(name.length + 1) : "";
    return /^\d+(\.|$)/.test(rest) ? [Number.parseInt(rest, 10)] : [];
  });
  if (rows.length > 0) {
    return [...new Set(rows)].sort((a, b) => a - b).map((row) => build(element, `${name}.${row}`, typed));
  }
  return (typed[name] ?? []).filter((text) => text.trim() !== "").map((text) => leaf(unwrap(element), text));
}

function leaf(kind: z.ZodType, text: string): unknown {
  if (kind instanceof z.ZodBoolean) return isTicked(text);
  if (!(kind instanceof z.ZodNumber)) return text;
  const number = text
    .trim()
    .replace(/[\s\u00a0]/g, "")
    .replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(number) ? Number(number) : text;
}

const isTicked = (text: string | undefined) => text !== undefined && ["on", "true", "1"].includes(text);

function optionOf(union: z.ZodDiscriminatedUnion, name: string, typed: Typed): z.ZodType {
  const options = union.options as z.ZodObject[];
  const field = union.def.discriminator;
  const said = typed[name === "" ? field : `${name}.${field}`]?.[0];
  const fits = options.find((option) => (option.shape[field] as z.ZodType).safeParse(said).success);
  return fits ?? (options[0] as z.ZodObject);
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) {
    const into = schema.def.in as z.ZodType;
    return unwrap(into instanceof z.ZodTransform ? (schema.def.out as z.ZodType) : into);
  }
  return isWrapper(schema) ? unwrap(schema.def.innerType as z.ZodType) : schema;
}

const isWrapper = (schema: z.ZodType) =>
  schema instanceof z.ZodOptional ||
  schema instanceof z.ZodNullable ||
  schema instanceof z.ZodDefault ||
  schema instanceof z.ZodPrefault ||
  schema instanceof z.ZodReadonly;

const isOptional = (schema: z.ZodType) => schema.safeParse(undefined).success;
