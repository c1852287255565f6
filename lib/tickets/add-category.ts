import type { Context } from "@/lib/base/context";
import { slugOf } from "@/lib/base/slug-of";
import { saveCategory } from "./save-category";
import type { AddCategory } from "./schema";

/** A new category, with a path that is made of its name and never changes. Invalid at `name` where its place in the tree is taken. */
export async function addCategory(ctx: Context, { above, ...input }: AddCategory): Promise<{ path: string }> {
  const own = slugOf(input.name, "category");
  const path = above ? `${above}/${own}` : own;
  await saveCategory(ctx, { ...input, path, basedOn: 0, isClosed: false });
  return { path };
}
