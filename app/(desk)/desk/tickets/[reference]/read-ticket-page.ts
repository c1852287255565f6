import { translator } from "@/lib/base/language";
import { personOf } from "@/lib/base/may";
import { listAnswers } from "@/lib/desk/list-answers";
import { listTime } from "@/lib/desk/spend-time";
import { listTicketChecklists } from "@/lib/desk/ticket-checklists";
import { findTicketDraft } from "@/lib/desk/ticket-drafts";
import { listCategories } from "@/lib/tickets/categories";
import { listColleagues } from "@/lib/tickets/colleagues";
import { listConversation } from "@/lib/tickets/conversation";
import { listLinks } from "@/lib/tickets/links";
import { listTransfers } from "@/lib/tickets/list-transfers";
import { isOpen } from "@/lib/tickets/status";
import { typedBefore } from "@/lib/web/typed-before";
import { seenFacts } from "./seen-facts";
import type { DeskTicket } from "./ticket-context";

/** Everything that the ticket's page shows beside the ticket itself. */
export async function readTicketPage(given: DeskTicket, draft: string | string[] | undefined) {
  const { ctx, view, parties } = given;
  const { reference, status, version } = view.ticket;
  const t = translator(ctx.language);
  const [turns, transfers, links, categories, colleagues, answers, checklists, time, reply, note, typed] =
    await Promise.all([
      listConversation(ctx, reference),
      listTransfers(ctx, reference),
      listLinks(ctx, reference),
      listCategories(ctx),
      listColleagues(ctx, reference),
      listAnswers(ctx),
      listTicketChecklists(ctx, reference),
      listTime(ctx, reference),
      findTicketDraft(ctx, reference, "reply"),
      findTicketDraft(ctx, reference, "note"),
      typedBefore(ctx, typeof draft === "string" ? draft : undefined),
    ]);
  const said = turns.filter((turn) => turn.kind === "message");
  const messages = said.filter(({ visibility }) => visibility === "public");
  const last = messages.at(-1);
  const parts = links.filter(({ kind, direction }) => kind === "part_of" && direction === "from");
  const typedIn = (form: "reply" | "note") => (typed?.formId?.[0] === form ? typed.body?.[0] : undefined);
  const me = personOf(ctx).personId;
  const latest = said.at(-1);
  return {
    ...{ turns, transfers, links, categories, colleagues, answers, checklists, time, typed, messages },
    seen: seenFacts(given, turns),
    /** Nobody has answered what the requester said last. */
    isAsked: !last || last.authorId === parties.requester.personId,
    openParts: parts.filter((part) => isOpen(part.status)).map((part) => part.reference),
    mayReply: isOpen(status) || status === "resolved",
    reply: { draft: reply, typed: typedIn("reply") },
    note: { draft: note, typed: typedIn("note") },
    /** What one has sent oneself empties the form it was written in; nothing else does. */
    lastOwn: said.findLast(({ authorId }) => authorId === me)?.id ?? "none",
    live: {
      ...{ reference, version, count: said.length, isOwn: latest?.authorId === me },
      words: latest ? t("deskTicket.live.message", { name: latest.author ?? t("desk.history.portal") }) : "",
    },
  };
}
