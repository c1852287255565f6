import { now } from "@/lib/base/clock";
import type { Context, Organisation } from "@/lib/base/context";

/** The portal itself at work in an organisation: what jobs and timers act as. */
export function portalContext(organisation: Organisation, request: string): Context {
  return { organisation, actor: { kind: "portal" }, now: now(), language: "sv", request };
}
