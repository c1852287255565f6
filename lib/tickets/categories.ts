import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ticketCategories } from "@/db/schema/desk";
import { type Context, read } from "@/lib/base/context";
import { Invalid } from "@/lib/base/errors";

/** A category as it holds for its tickets: confidential where any above it is. */
export type Category = Pick<
  typeof ticketCategories.$inferSelect,
  "path" | "name" | "isConfidential" | "line" | "queueId" | "serviceLevel"
>;

/** Where a ticket goes that nobody has sorted yet. */
export const unsorted = "other";

const columns = {
  ...{ path: ticketCategories.path, name: ticketCategories.name, isConfidential: ticketCategories.isConfidential },
  ...{ line: ticketCategories.line, queueId: ticketCategories.queueId, serviceLevel: ticketCategories.serviceLevel },
};

/** The organisation's tree, by path; closed categories left out. */
export function listCategories(ctx: Context): Promise<Category[]> {
  return read(ctx, async (tx) => {
    const all = await tx
      .select(columns)
      .from(ticketCategories)
      .where(and(eq(ticketCategories.organisationId, ctx.organisation.id), isNull(ticketCategories.closedAt)))
      .orderBy(asc(ticketCategories.path));
    return all.map((each) => inherited(each, all));
  });
}

/** Invalid at `category` where the tree has no such open category. The unsorted one is there without being kept. */
export async function categoryOrThrow(ctx: Context, tx: Tx, path: string): Promise<Category> {
  const above = path.split("/").map((_, n, parts) => parts.slice(0, n + 1).join("/"));
  const found = await tx
    .select({ ...columns, closedAt: ticketCategories.closedAt })
    .from(ticketCategories)
    .where(and(eq(ticketCategories.organisationId, ctx.organisation.id), inArray(ticketCategories.path, above)));
  const own = found.find((each) => each.path === path);
  if (!own && path === unsorted) {
    return { path, name: path, isConfidential: false, line: 1, queueId: null, serviceLevel: "standard" };
  }
  if (!own || own.closedAt) throw new Invalid([{ path: "category", key: "tickets.errors.category" }]);
  const { closedAt: _, ...category } = own;
  return inherited(category, found);
}

/** A category's service level, closed or not: what an old ticket is held to when it comes back. */
export async function serviceLevelOf(ctx: Context, tx: Tx, path: string): Promise<string> {
  const [found] = await tx
    .select({ serviceLevel: ticketCategories.serviceLevel })
    .from(ticketCategories)
    .where(and(eq(ticketCategories.organisationId, ctx.organisation.id), eq(ticketCategories.path, path)));
  return found?.serviceLevel ?? "standard";
}

const inherited = (own: Category, tree: readonly Category[]): Category => {
  const isHidden = tree.some((each) => each.isConfidential && `${own.path}/`.startsWith(`${each.path}/`));
  return { ...own, isConfidential: isHidden };
};
