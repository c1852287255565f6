import { desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { priorityMatrices } from "@/db/schema/desk";
import type { Context } from "@/lib/base/context";

export type Urgent = { impact: number; urgency: number };

/** Four rows by impact, four columns by urgency, each cell a priority 1–4. */
export type Matrix = readonly (readonly number[])[];

/** What holds until an organisation has decided: half way between impact and urgency, rounded towards the calmer. */
export const defaultMatrix: Matrix = [
  [1, 2, 2, 3],
  [2, 2, 3, 3],
  [2, 3, 3, 4],
  [3, 3, 4, 4],
];

export function priorityOf(matrix: Matrix, { impact, urgency }: Urgent): number {
  const priority = matrix[impact - 1]?.[urgency - 1];
  if (!priority) throw new RangeError(`no priority for impact ${impact} and urgency ${urgency}`);
  return priority;
}

/** The organisation's newest matrix with its version; version 0 is the default. */
export async function currentMatrix(ctx: Context, tx: Tx): Promise<{ version: number; matrix: Matrix }> {
  const [row] = await tx
    .select({ version: priorityMatrices.version, matrix: priorityMatrices.content })
    .from(priorityMatrices)
    .where(eq(priorityMatrices.organisationId, ctx.organisation.id))
    .orderBy(desc(priorityMatrices.version))
    .limit(1);
  return row ?? { version: 0, matrix: defaultMatrix };
}
