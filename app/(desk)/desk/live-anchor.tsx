import type { Context } from "@/lib/base/context";
import { liveNow } from "@/lib/desk/changed-tickets";

/** Whose stream the page hears, and from when: what changes between the page's making and its stream is not lost. */
export async function LiveAnchor({ ctx }: { ctx: Context }) {
  if (ctx.actor.kind !== "person") return null;
  return <span hidden data-live={ctx.actor.personId} data-live-since={await liveNow(ctx)} />;
}
