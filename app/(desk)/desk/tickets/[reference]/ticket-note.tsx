import { Icon } from "@/app/_ui/icon";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { TicketDraft } from "@/lib/desk/ticket-drafts";
import { ComposeForm } from "./compose-form";
import { composeWords, draftInWords } from "./compose-words";
import { saveNoteAction } from "./talk-actions";
import type { DeskTicket } from "./ticket-context";

type NoteProps = Pick<DeskTicket, "ctx" | "view"> & { draft: TicketDraft | null; typed: string | undefined };

/** Beside the conversation, never in it: what is written here is sent to nobody. */
export function TicketNote({ ctx, view, draft, typed }: NoteProps) {
  const t = translator(ctx.language);
  return (
    <section className="desk-note" aria-labelledby="note-heading">
      <h2 id="note-heading" className="desk-heading">
        <Icon name="square-pen" /> {t("deskTicket.note.heading")}
      </h2>
      <ComposeForm
        writing="note"
        reference={view.ticket.reference}
        action={saveNoteAction}
        draft={draftInWords(ctx, draft)}
        draftAt={routes.api.ticketDraft()}
        typed={typed}
        words={composeWords(ctx, "note")}
        kind="quiet"
        icon="square-pen"
      />
    </section>
  );
}
