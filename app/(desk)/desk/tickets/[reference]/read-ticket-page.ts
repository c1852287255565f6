import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { personOf } from "@/lib/base/may";
import { listAnswers } from "@/lib/desk/list-answers";
import { listTime } from "@/lib/desk/spend-time";
import { listTicketChecklists } from "@/lib/desk/ticket-checklists";
import { findTicketDraft } from "@/lib/desk/ticket-drafts";
import { getTicketMail } from "@/lib/intake/get-ticket-mail";
import { listCategories } from "@/lib/tickets/categories";
import { listColleagues } from "@/lib/tickets/colleagues";
import { listConversation } from "@/lib/tickets/conversation";
import { listLinks } from "@/lib/tickets/links";
import { listComments } from "@/lib/tickets/list-comments";
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
  const [[turns, transfers, links, comments, mail], work, [reply, note, typed]] = await Promise.all([
    readStory(ctx, reference),
    readWork(ctx, reference),
    readTyped(ctx, reference, draft),
  ]);
  const said = turns.filter((turn) => turn.kind === "message");
  const messages = said.filter(({ visibility }) => visibility === "public");
  const last = messages.at(-1);
  const parts = links.filter(({ kind, direction }) => kind === "part_of" && direction === "from");
  const typedIn = (form: "reply" | "note") => (typed?.formId?.[0] === form ? typed.body?.[0] : undefined);
  const me = personOf(ctx).personId;
  const latest = said.at(-1);
  return {
    ...{ turns, transfers, links, typed, messages, ...work },
    mail: { ...mail, ofMessage: new Map(comments.map((comment) => [comment.id, comment.mail])) },
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

/** What was said and done, here and by mail. */
const readStory = (ctx: Context, reference: string) =>
  Promise.all([
    listConversation(ctx, reference),
    listTransfers(ctx, reference),
    listLinks(ctx, reference),
    listComments(ctx, reference),
    getTicketMail(ctx, reference),
  ]);

/** What the acts choose from, and what is kept of the work. */
async function readWork(ctx: Context, reference: string) {
  const [categories, colleagues, answers, checklists, time] = await Promise.all([
    listCategories(ctx),
    listColleagues(ctx, reference),
    listAnswers(ctx),
    listTicketChecklists(ctx, reference),
    listTime(ctx, reference),
  ]);
  return { categories, colleagues, answers, checklists, time };
}

const readTyped = (ctx: Context, reference: string, draft: string | string[] | undefined) =>
  Promise.all([
    findTicketDraft(ctx, reference, "reply"),
    findTicketDraft(ctx, reference, "note"),
    typedBefore(ctx, typeof draft === "string" ? draft : undefined),
  ]);
