import * as z from "zod";
import { NotFound } from "@/lib/base/errors";
import { readReference } from "@/lib/base/reference";
import { ApiRefusal } from "../api-refusal";

/** `{reference}` in an address, with or without its hyphen. */
export const ByReference = z.object({ reference: z.string() });

/** NotFound for what is no reference; one that was mistyped (the check digit tells) is 404 too, and says so. */
export function referenceIn({ reference }: z.output<typeof ByReference>): string {
  const read = readReference(reference);
  if (read.ok) return read.reference;
  throw read.why === "check_digit" ? ApiRefusal.mistyped() : new NotFound();
}

/** `If-Match` as verbs take it: absent rather than undefined. */
export const versionOf = (ifMatch: number | undefined): { version?: number } =>
  ifMatch === undefined ? {} : { version: ifMatch };
