import { Banner } from "@/app/_ui/banner";
import { fieldWords } from "@/app/_ui/ui-words";
import { acceptedFiles } from "@/lib/attachments/file-kinds";
import type { Context } from "@/lib/base/context";
import { type MessageKey, translator } from "@/lib/base/language";
import { unitPathsFor } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { listAttachments } from "@/lib/tickets/list-attachments";
import { outcomeName } from "@/lib/web/attach-files";
import { currentVisit } from "@/lib/web/session";
import { AttachmentForm } from "./attachment-form";
import { AttachmentRow } from "./attachment-row";

type AttachmentsProps = { ctx: Context; reference: string; mayAdd: boolean };

/** A ticket's files, and where they are added: by a form, and with script by dropping and pasting too. */
export async function Attachments({ ctx, reference, mayAdd }: AttachmentsProps) {
  const t = translator(ctx.language);
  const [files, { path }] = await Promise.all([listAttachments(ctx, reference), currentVisit()]);
  const { page, outcome } = told(path);
  return (
    <section id="attachments" aria-labelledby="attachments-heading" className="mt-8">
      <h2 id="attachments-heading" className="mb-3 text-lead font-strong">
        {t("attachments.heading")}
      </h2>
      {outcome && <Banner tone={outcome === "attachments.done" ? "success" : "problem"} heading={t(outcome)} />}
      {files.length === 0 ? (
        <p className="text-ink-quiet">{t("attachments.nothing")}</p>
      ) : (
        <ul className="grid max-w-[44rem] gap-2">
          {files.map((file) => (
            <AttachmentRow key={file.id} ctx={ctx} reference={reference} file={file} />
          ))}
        </ul>
      )}
      {mayAdd && (
        <AttachmentForm
          action={routes.ticketAttachments(reference)}
          back={page}
          accept={acceptedFiles}
          mayBeInternal={unitPathsFor(ctx.actor, "ticket:work").length > 0}
          text={{
            ...{ label: t("attachments.add.label"), hint: t("attachments.add.hint"), send: t("attachments.add.send") },
            ...{ internal: t("attachments.add.internal"), sending: t("attachments.add.sending") },
            ...{ done: t("attachments.done"), unreachable: t("attachments.add.unreachable") },
            ...{ drop: t("attachments.add.drop"), ...fieldWords(ctx.language) },
          }}
        />
      )}
    </section>
  );
}

/** The page's own address, and what it is told of the files that its form sent. */
function told(path: string): { page: string; outcome: MessageKey | null } {
  const address = new URL(path, "http://portal.invalid");
  const outcome = address.searchParams.get(outcomeName);
  address.searchParams.delete(outcomeName);
  return { page: `${address.pathname}${address.search}`, outcome: outcome === null ? null : sentenceOf(outcome) };
}

const sentences = {
  done: "attachments.done",
  none: "attachments.errors.none",
  empty: "attachments.errors.empty",
  tooLarge: "attachments.errors.tooLarge",
  type: "attachments.errors.type",
  archive: "attachments.errors.archive",
  macros: "attachments.errors.macros",
  mismatch: "attachments.errors.mismatch",
  unfolds: "attachments.errors.unfolds",
  pixels: "attachments.errors.pixels",
  broken: "attachments.errors.broken",
  ticketFull: "attachments.errors.ticketFull",
  tooMany: "attachments.errors.tooMany",
  dayFull: "attachments.errors.dayFull",
  ended: "tickets.ended",
  notAllowed: "errors.notAllowed",
} as const satisfies Record<string, MessageKey>;

const sentenceOf = (outcome: string): MessageKey =>
  Object.hasOwn(sentences, outcome) ? sentences[outcome as keyof typeof sentences] : "attachments.errors.notTaken";
