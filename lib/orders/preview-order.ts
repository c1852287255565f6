import { inArray } from "drizzle-orm";
import { persons } from "@/db/schema/people";
import type { Variant } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { RuleBroken } from "@/lib/base/errors";
import { personOf, requireMay } from "@/lib/base/may";
import type { Hardware } from "@/lib/catalogue/service";
import type { Approver } from "@/lib/people/queries";
import { checkOrder } from "./check-order";
import { nearestApprovers } from "./reminders";
import type { PlaceOrder } from "./schema";

/** What would be placed, by name. `approvers` is empty where none is needed. */
export type OrderPreview = {
  variant: { slug: Variant; name: string };
  hardware: Hardware;
  unit: { slug: string; name: string };
  /** None for an iPad that belongs to a place. */
  recipients: { name: string; email: string }[];
  quantity: number;
  needsApproval: boolean;
  approvers: Approver[];
};

/**
 * Holds an order against everything that placing it would, and places nothing. Invalid with all bad fields; RuleBroken
 * `orders.notOrderable`, `orders.noCostCentre`, `orders.noApprover`.
 */
export function previewOrder(ctx: Context, input: PlaceOrder): Promise<OrderPreview> {
  requireMay(ctx, "order:place");
  return read(ctx, async (tx) => {
    const { service, hardware, unit, content, recipientIds, needsApproval } = await checkOrder(ctx, tx, input);
    const requesterId = personOf(ctx).personId;
    const asked = { unitPath: unit.path, requesterId };
    const approvers = needsApproval ? await nearestApprovers({ ...ctx, tx }, asked) : [];
    if (needsApproval && approvers.length === 0) throw new RuleBroken("orders.noApprover");
    const ids = recipientIds.filter((id) => id !== null);
    const named = { id: persons.id, name: persons.name, email: persons.email };
    const people = ids.length > 0 ? await tx.select(named).from(persons).where(inArray(persons.id, ids)) : [];
    const variant = service.variants.find((each) => each.slug === input.variant);
    return {
      variant: { slug: input.variant, name: variant?.name ?? input.variant },
      hardware,
      unit: { slug: unit.slug, name: unit.name },
      recipients: ids.flatMap((id) => people.find((each) => each.id === id) ?? []),
      quantity: content.quantity,
      needsApproval,
      approvers,
    };
  });
}
