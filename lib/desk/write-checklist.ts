import type { Context } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { slugOf } from "@/lib/base/slug-of";
import { listCategorySetup } from "@/lib/tickets/category-setup";
import { saveChecklist } from "./save-checklist";
import type { WriteChecklist } from "./schema";

/**
 * A checklist as it was typed: an item that is there keeps its key, so that its ticks stay, whatever it says now. Invalid without any
 * item, or at a category that is not there.
 */
export async function writeChecklist(ctx: Context, { slug, basedOn, ...input }: WriteChecklist): Promise<void> {
  requireMay(ctx, "desk:edit");
  const items = input.items
    .filter(({ text }) => text !== "")
    .map(({ key, ...item }) => ({ ...item, key: key || newId() }));
  const category = input.category || null;
  const tree = await listCategorySetup(ctx);
  const isThere = category === null || tree.some(({ path }) => path === category);
  if (!isThere) throw new Invalid([{ path: "category", key: "tickets.errors.category" }]);
  if (items.length === 0) throw new Invalid([{ path: "items.0.text", key: "deskTicket.errors.items" }]);
  const about = slug
    ? { slug, ...(basedOn ? { basedOn } : {}) }
    : { slug: slugOf(input.name, "checklist"), basedOn: 0 };
  await saveChecklist(ctx, { ...input, ...about, category, items });
}
