import { fieldWords, formWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { TicketView } from "@/lib/tickets/queries";
import { isOpen } from "@/lib/tickets/status";
import { typedBefore } from "@/lib/web/typed-before";
import { TextForm } from "../../orders/text-form";
import { replyAction } from "../actions";

type Props = { ctx: Context; view: TicketView; draft: string; isPrimary: boolean };

/** The next message: an answer that is awaited, something to add, or after the end, the beginning of a new ticket. */
export async function ReplyForm({ ctx, view: { ticket }, draft, isPrimary }: Props) {
  const t = translator(ctx.language);
  const typed = await typedBefore(ctx, draft);
  const kind = isPrimary ? "answer" : isOpen(ticket.status) ? "add" : "again";
  return (
    <div className={isPrimary ? "mt-4" : "mt-10 max-w-[44rem]"}>
      <TextForm
        id="reply"
        action={replyAction}
        about={{ reference: ticket.reference }}
        name="body"
        kind={isPrimary ? "primary" : "quiet"}
        typed={typed?.body?.[0]}
        text={{
          ...{ ...formWords(ctx.language), ...fieldWords(ctx.language), unreachable: t("report.reply.unreachable") },
          ...{ label: t(`report.reply.${kind}.label`), hint: t(`report.reply.${kind}.hint`) },
          send: t(`report.reply.${kind}.send`),
        }}
      />
    </div>
  );
}
