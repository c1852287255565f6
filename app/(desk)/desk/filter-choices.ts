import type { Context } from "@/lib/base/context";
import { listMembers } from "@/lib/desk/list-members";
import { listOpenQueues } from "@/lib/desk/list-open-queues";
import { listCategories } from "@/lib/tickets/categories";
import type { FilterChoices } from "./unfolded-filters";

/** What the filters, and the acts on many at once, choose among. */
export async function filterChoices(ctx: Context): Promise<FilterChoices> {
  const [queues, categories, assignees] = await Promise.all([
    listOpenQueues(ctx),
    listCategories(ctx),
    listMembers(ctx),
  ]);
  return { queues, categories, assignees };
}
