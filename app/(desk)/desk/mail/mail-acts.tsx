import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { ReadMail } from "@/lib/intake/get-mail";
import type { FieldSpec } from "../desk-field";
import { DeskForm } from "../desk-form";
import { deskFormWords } from "../desk-form-words";
import { dismissMailAction, releaseAsReplyAction, releaseAsTicketAction } from "./actions";

/** What a mail in quarantine may become: a ticket, a reply, or nothing. */
export function MailActs({ ctx, mail }: { ctx: Context; mail: ReadMail }) {
  const t = translator(ctx.language);
  const words = deskFormWords(ctx.language);
  const hidden = { mailId: mail.id };
  const reference: FieldSpec = {
    kind: "text",
    name: "reference",
    label: t("intake.act.reference"),
    hint: t("intake.act.referenceHint"),
    isMono: true,
    ...(mail.reference ? { value: mail.reference } : {}),
  };
  return (
    <div className="mail-acts">
      <DeskForm
        id="as-ticket"
        action={releaseAsTicketAction}
        hidden={hidden}
        submit={{ label: t("intake.act.asTicket") }}
        words={words}
      />
      <DeskForm
        id="as-reply"
        action={releaseAsReplyAction}
        hidden={hidden}
        fields={[reference]}
        submit={{ label: t("intake.act.asReply") }}
        words={words}
        disclosure={t("intake.act.disclose.asReply")}
      />
      <DeskForm
        id="dismiss"
        action={dismissMailAction}
        hidden={hidden}
        fields={[{ kind: "text", name: "reason", label: t("intake.act.dismissReason") }]}
        submit={{ label: t("intake.act.dismiss"), kind: "quiet" }}
        words={words}
        disclosure={t("intake.act.disclose.dismiss")}
      />
    </div>
  );
}
