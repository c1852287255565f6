import { fieldWords, formWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { TicketDraft } from "@/lib/desk/ticket-drafts";
import { keptInWords } from "@/lib/web/draft-answer";
import type { ComposeWords } from "./compose-form";

export function composeWords({ language }: Pick<Context, "language">, writing: "reply" | "note"): ComposeWords {
  const t = translator(language);
  return {
    ...fieldWords(language),
    ...formWords(language),
    label: t(`deskTicket.${writing}.label`),
    hint: t(`deskTicket.${writing}.hint`),
    send: t(`deskTicket.${writing}.send`),
    sendAnyway: t("deskTicket.reply.sendAnyway"),
    unreachable: t("order.unreachable"),
    insert: t("deskTicket.reply.insert"),
    insertLabel: t("deskTicket.reply.insertLabel"),
    insertEmpty: t("deskTicket.reply.insertEmpty"),
  };
}

export function draftInWords(ctx: Context, draft: TicketDraft | null) {
  return { body: draft?.body ?? "", words: draft ? keptInWords(ctx, draft.at) : "" };
}
