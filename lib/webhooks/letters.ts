import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { persons, roleAssignments } from "@/db/schema/people";
import type { WebhookPauseReason } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { publicUrl } from "@/lib/base/env";
import { routes } from "@/lib/base/routes";
import { writeLetter } from "@/lib/letters/write-letter";
import type { Webhook } from "./internal";

/** To every administrator: which receiver is told nothing more, why, and how it is told again. */
export async function tellPaused(ctx: Context, tx: Tx, webhook: Webhook, reason: WebhookPauseReason): Promise<void> {
  const administrators = await tx
    .selectDistinct({ id: persons.id, email: persons.email, language: persons.language })
    .from(roleAssignments)
    .innerJoin(persons, eq(persons.id, roleAssignments.personId))
    .where(
      and(
        ...[eq(roleAssignments.organisationId, ctx.organisation.id), eq(roleAssignments.role, "administrator")],
        isNull(persons.disabledAt),
      ),
    );
  const key = `webhook.paused:${webhook.id}:${ctx.now.toISOString()}`;
  for (const to of administrators) {
    await writeLetter(ctx, tx, to, "webhook.paused", key, (t, language) => ({
      language,
      subject: t("webhooks.paused.subject", { host: new URL(webhook.url).host }),
      heading: t("webhooks.paused.heading"),
      paragraphs: [t(`webhooks.paused.because.${reason}`), t("webhooks.paused.resume", { id: webhook.id })],
      facts: [{ label: t("webhooks.paused.address"), value: webhook.url }],
      action: { label: t("webhooks.paused.open"), url: publicUrl() + routes.home() },
      footer: t("letters.footer", { organisation: ctx.organisation.name }),
      attachments: [],
    }));
  }
}
