import { NotFound } from "@/lib/base/errors";

/** For `.catch`: what is hidden or absent is null, anything else is still a fault. */
export function nullWhenGone(fault: unknown): null {
  if (fault instanceof NotFound) return null;
  throw fault;
}
