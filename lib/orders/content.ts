import type { Variant } from "@/db/words";
import { contentHash } from "@/lib/base/ids";

/** What an approval is bound to: everything that costs, and everything that says for whom and where. */
export type OrderContent = {
  serviceVersionId: string;
  variant: Variant;
  hardware: string;
  rentPerMonthOre: number;
  quantity: number;
  recipients: string[];
  unit: string;
  costCentre: string;
  deliverTo: string;
};

export const hashOfContent = (content: OrderContent): string => contentHash(content);

export type ContentChange = { field: keyof OrderContent; from: string; to: string };

/** What differs between two rounds, field by field, for the approver's eyes. */
export function changesBetween(before: OrderContent, after: OrderContent): ContentChange[] {
  const fields = Object.keys(after) as (keyof OrderContent)[];
  return fields.flatMap((field) => {
    const [from, to] = [String(before[field]), String(after[field])];
    return from === to ? [] : [{ field, from, to }];
  });
}
