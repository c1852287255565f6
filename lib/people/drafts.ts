import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { drafts } from "@/db/schema/people";
import { systemNow } from "@/lib/base/clock";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { NotFound, RuleBroken } from "@/lib/base/errors";
import { hashOf, newId } from "@/lib/base/ids";
import { personOf } from "@/lib/base/may";

/** What a person has typed and not sent. `form` names the form, `content` is what it held. */
export type Draft = { id: string; form: string; content: unknown; version: number; updatedAt: Date };

export type SaveDraft = {
  form: string;
  content: unknown;
  /** The draft to write over; another's or a vanished one makes a new draft. */
  id?: string | undefined;
  /** The secret of the browser's claim cookie, when nobody is signed in. */
  claim?: string | undefined;
};

const largest = 100_000;

/** Keeps what was typed, for its author alone: the signed-in person, or whoever later brings the claim. */
export async function saveDraft(ctx: Context, given: SaveDraft): Promise<{ id: string; version: number }> {
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const claimHash = personId === null && given.claim ? hashOf(given.claim) : null;
  if (personId === null && claimHash === null) throw new NotFound("people.noSuchDraft");
  const content = JSON.stringify(given.content);
  if (content.length > largest) throw new RuleBroken("people.draftTooLarge");
  const written = { content, updatedAt: systemNow() };
  return inTransaction(ctx, async (tx) => {
    if (given.id && personId !== null) {
      const [kept] = await tx
        .update(drafts)
        .set({ ...written, version: sql`${drafts.version} + 1` })
        .where(and(mine(ctx, given.id), eq(drafts.form, given.form)))
        .returning({ id: drafts.id, version: drafts.version });
      if (kept) return kept;
    }
    const row = { id: newId(), organisationId: ctx.organisation.id, personId, claimHash, form: given.form, ...written };
    await tx.insert(drafts).values(row);
    return { id: row.id, version: 1 };
  });
}

/** NotFound for everyone but its author. */
export async function getDraft(ctx: Context, id: string): Promise<Draft> {
  const [row] = await read(ctx, (tx) => tx.select().from(drafts).where(mine(ctx, id)));
  if (!row) throw new NotFound("people.noSuchDraft");
  return draftOf(row);
}

/** The author's latest draft of a form, or null. */
export async function findDraft(ctx: Context, form: string): Promise<Draft | null> {
  const { personId } = personOf(ctx);
  const isMine = and(
    eq(drafts.organisationId, ctx.organisation.id),
    eq(drafts.personId, personId),
    eq(drafts.form, form),
  );
  const [row] = await read(ctx, (tx) =>
    tx.select().from(drafts).where(isMine).orderBy(desc(drafts.updatedAt)).limit(1),
  );
  return row ? draftOf(row) : null;
}

/** Makes a draft that was written without a session one's own, by its claim; once. NotFound when the claim does not open it. */
export async function claimDraft(ctx: Context, { id, claim }: { id: string; claim: string }): Promise<Draft> {
  const { personId } = personOf(ctx);
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx
      .update(drafts)
      .set({ personId, claimHash: null })
      .where(
        and(
          eq(drafts.organisationId, ctx.organisation.id),
          eq(drafts.id, id),
          isNull(drafts.personId),
          eq(drafts.claimHash, hashOf(claim)),
        ),
      )
      .returning();
    if (!row) throw new NotFound("people.noSuchDraft");
    return draftOf(row);
  });
}

/** Gone when it was sent or thrown away. Deleting what is not there is no error. */
export async function deleteDraft(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, (tx) => tx.delete(drafts).where(mine(ctx, id)));
}

function mine(ctx: Context, id: string) {
  const { personId } = personOf(ctx);
  return and(eq(drafts.organisationId, ctx.organisation.id), eq(drafts.id, id), eq(drafts.personId, personId));
}

function draftOf({ id, form, content, version, updatedAt }: typeof drafts.$inferSelect): Draft {
  return { id, form, content: JSON.parse(content), version, updatedAt };
}
