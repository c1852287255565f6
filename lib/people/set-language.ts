import { and, eq } from "drizzle-orm";
import { persons } from "@/db/schema/people";
import { type Context, inTransaction } from "@/lib/base/context";
import { personOf } from "@/lib/base/may";
import type { SetLanguage } from "./schema";

/** The language of one's letters, and of pages until the browser chooses another. */
export async function setLanguage(ctx: Context, { language }: SetLanguage): Promise<void> {
  const { personId } = personOf(ctx);
  await inTransaction(ctx, (tx) =>
    tx
      .update(persons)
      .set({ language })
      .where(and(eq(persons.organisationId, ctx.organisation.id), eq(persons.id, personId))),
  );
}
