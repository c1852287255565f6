import { desc, eq } from "drizzle-orm";
import { mailCanaries } from "@/db/schema/intake";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { findSettings } from "@/lib/connections/stored-connection";
import { writeLetter } from "@/lib/letters/write-letter";
import { ownMail } from "./own-mail";

const hourMs = 3_600_000;

/** Every hour a letter to ourselves, where mail both leaves and is fetched: its way home proves every step between. */
export async function sendCanary(ctx: Context): Promise<void> {
  requireMay(ctx, "mail:receive");
  const newest = await newestCanary(ctx);
  if (newest && ctx.now.getTime() - newest.createdAt.getTime() < hourMs) return;
  if (!(await goesRound(ctx))) return;
  const { mailbox } = await ownMail(ctx);
  await inTransaction(ctx, async (tx) => {
    const hour = Math.floor(ctx.now.getTime() / hourMs);
    const to = { id: null, email: mailbox, language: "sv" } as const;
    const letterId = await writeLetter(ctx, tx, to, "mail.canary", `mail.canary:${hour}`, (t, language) => ({
      ...{ language, subject: t("letters.canary.subject"), heading: t("letters.canary.subject") },
      ...{ paragraphs: [t("letters.canary.body")], facts: [], attachments: [] },
      footer: ctx.organisation.name,
    }));
    // Another worker sent this hour's.
    if (letterId === null) return;
    const row = { id: newId(), organisationId: ctx.organisation.id, letterId, createdAt: ctx.now };
    await tx.insert(mailCanaries).values(row);
  });
}

/** Whether mail leaves by a server and is fetched from one. */
export async function goesRound(ctx: Context): Promise<boolean> {
  return (await findSettings(ctx, "mail"))?.imap !== undefined;
}

async function newestCanary(ctx: Context): Promise<{ createdAt: Date } | undefined> {
  const [row] = await read(ctx, (tx) =>
    tx
      .select({ createdAt: mailCanaries.createdAt })
      .from(mailCanaries)
      .where(eq(mailCanaries.organisationId, ctx.organisation.id))
      .orderBy(desc(mailCanaries.createdAt))
      .limit(1),
  );
  return row;
}
