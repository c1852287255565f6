import { asc, eq } from "drizzle-orm";
import { ticketCategories } from "@/db/schema/desk";
import { queues } from "@/db/schema/tickets";
import { type Context, read } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";
import { unsorted } from "./categories";

/** A category as it is written; `isHidden`: confidential by itself or by one above it. `queue`: a slug, or null for the line's first that can own. */
export type CategorySetup = {
  path: string;
  name: string;
  isConfidential: boolean;
  isHidden: boolean;
  line: number;
  queue: string | null;
  queueName: string | null;
  serviceLevel: string;
  isClosed: boolean;
  /** Where the unsorted go: it cannot be closed. */
  isNeeded: boolean;
  version: number;
};

export type CategoryBranch = CategorySetup & { below: CategoryBranch[] };

/** The whole tree, closed ones too, by path; for those who set up the desk. */
export async function listCategorySetup(ctx: Context): Promise<CategorySetup[]> {
  requireMay(ctx, "desk:edit");
  const { path, name, isConfidential, line, serviceLevel, closedAt, version } = ticketCategories;
  const rows = await read(ctx, (tx) =>
    tx
      .select({
        ...{ path, name, isConfidential, line, serviceLevel, closedAt, version },
        ...{ queue: queues.slug, queueName: queues.name },
      })
      .from(ticketCategories)
      .leftJoin(queues, eq(queues.id, ticketCategories.queueId))
      .where(eq(ticketCategories.organisationId, ctx.organisation.id))
      .orderBy(asc(path)),
  );
  const secret = rows.filter(({ isConfidential: isSecret }) => isSecret).map((row) => `${row.path}/`);
  return rows.map(({ closedAt: closed, ...row }) => {
    const isHidden = secret.some((above) => `${row.path}/`.startsWith(above));
    return { ...row, isHidden, isClosed: closed !== null, isNeeded: row.path === unsorted };
  });
}

/** The same as a tree: each under the one that its path says. */
export function branchesOf(rows: readonly CategorySetup[], above = ""): CategoryBranch[] {
  return rows
    .filter(({ path }) => path.split("/").slice(0, -1).join("/") === above)
    .map((row) => ({ ...row, below: branchesOf(rows, row.path) }));
}
