import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkRuns } from "@/db/schema/desk-work";
import { type Context, type HeldLetter, inTransaction } from "@/lib/base/context";
import { publicUrl } from "@/lib/base/env";
import { routes } from "@/lib/base/routes";
import { record } from "@/lib/history/record";
import { LetterContent } from "@/lib/letters/schema";
import { writeLetter } from "@/lib/letters/write-letter";
import { itemsOf } from "./bulk-items";
import type { BulkRun } from "./internal";

/** Ends a run once nothing of it is left, whoever comes to see it first: then, and only then, its letters go out. */
export async function finishBulk(ctx: Context, run: BulkRun): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if ((await itemsOf(tx, run.id, "pending")).length > 0) return;
    const [ended] = await tx
      .update(bulkRuns)
      .set({ status: "done", finishedAt: ctx.now })
      .where(and(eq(bulkRuns.id, run.id), eq(bulkRuns.status, "running")))
      .returning({ id: bulkRuns.id });
    if (!ended) return;
    const done = await itemsOf(tx, run.id, "done");
    await tellRequesters(
      ctx,
      tx,
      run,
      done.flatMap(({ letters }) => (letters ?? []) as HeldLetter[]),
    );
    await record(ctx, tx, "desk.bulk_done", { kind: "bulk_run", id: run.id }, { act: run.act, done: done.length });
  });
}

/** One letter each: of one ticket the letter that it is, of several a single one about them all. */
async function tellRequesters(ctx: Context, tx: Tx, run: BulkRun, held: HeldLetter[]): Promise<void> {
  const { heldLetters: _, ...outward } = ctx;
  for (const personId of new Set(held.map(({ to }) => to.id))) {
    const own = held.filter(({ to }) => to.id === personId);
    const [only] = own;
    if (!only) continue;
    const content = own.map((each) => LetterContent.parse(each.content));
    const [first] = content;
    if (own.length === 1 && first)
      await writeLetter(outward, tx, only.to, only.kind, only.dedupeKey, () => first, only.about);
    else await writeDigest(outward, tx, run, only.to, content);
  }
}

/** What was said is said once where it was the same to each; the tickets are its facts. */
async function writeDigest(
  ctx: Context,
  tx: Tx,
  run: BulkRun,
  to: HeldLetter["to"],
  told: LetterContent[],
): Promise<void> {
  await writeLetter(ctx, tx, to, "ticket.digest", `ticket.digest:${run.id}`, (t, language) => {
    const said = [
      ...new Map(told.map(({ heading, paragraphs }) => [paragraphs.join("\n\n"), { heading, paragraphs }])).values(),
    ];
    const [first] = said;
    return {
      language,
      subject: t("bulk.letter.subject", { count: told.length }),
      heading: said.length === 1 && first ? first.heading : t("bulk.letter.heading", { count: told.length }),
      paragraphs: [...said.flatMap(({ paragraphs }) => paragraphs), t("bulk.letter.answer")],
      facts: told.map(({ subject, facts }) => {
        const [reference, about] = facts;
        return { label: reference?.value ?? "", value: about?.value ?? subject };
      }),
      action: { label: t("bulk.letter.follow"), url: publicUrl() + routes.tickets() },
      footer: t("letters.footer", { organisation: ctx.organisation.name }),
      attachments: [],
    };
  });
}
