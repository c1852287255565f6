import { and, asc, eq } from "drizzle-orm";
import { ticketCategories } from "@/db/schema/desk";
import { type ChecklistItem, checklists } from "@/db/schema/ticket-work";
import { type Context, read } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";

/** `category`: a path with its name, or null for every ticket. `isRetired`: it stands on no ticket until it is saved again. */
export type Checklist = {
  slug: string;
  name: string;
  category: string | null;
  categoryName: string | null;
  items: ChecklistItem[];
  holdsBack: boolean;
  isRetired: boolean;
  version: number;
};

/** Every checklist by name, retired ones too; for those who set up the desk. */
export async function listChecklists(ctx: Context): Promise<Checklist[]> {
  requireMay(ctx, "desk:edit");
  const { slug, name, category, items, holdsBack, closedAt, version } = checklists;
  const isOf = and(
    eq(ticketCategories.organisationId, checklists.organisationId),
    eq(ticketCategories.path, checklists.category),
  );
  const rows = await read(ctx, (tx) =>
    tx
      .select({ slug, name, category, items, holdsBack, closedAt, version, categoryName: ticketCategories.name })
      .from(checklists)
      .leftJoin(ticketCategories, isOf)
      .where(eq(checklists.organisationId, ctx.organisation.id))
      .orderBy(asc(name), asc(slug)),
  );
  return rows.map(({ closedAt: closed, ...row }) => ({ ...row, isRetired: closed !== null }));
}
