import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { Turn } from "@/lib/tickets/conversation";
import { momentInWords } from "../../moment";
import type { Seen } from "../../since-seen";
import { actInWords } from "./act-words";
import type { DeskTicket } from "./ticket-context";

/** What an act rests on, to be held against what is so when it is sent: two may work on one ticket at once, and nobody locks it. */
export function seenFacts({ ctx, view, parties }: DeskTicket, turns: readonly Turn[]): Seen {
  const t = translator(ctx.language);
  const { ticket } = view;
  const last = turns.at(-1);
  return {
    facts: [
      { name: "status", label: t("deskTicket.seen.status"), value: t(`words.ticketStatus.${ticket.status}`) },
      { name: "queue", label: t("deskTicket.facts.queue"), value: parties.queue.name },
      {
        ...{ name: "assignee", label: t("deskTicket.facts.assignee") },
        value: parties.assignee?.name ?? t("deskTicket.facts.nobody"),
      },
      { name: "priority", label: t("deskTicket.facts.priority"), value: String(ticket.priority) },
      { name: "last", label: t("deskTicket.seen.last"), value: last ? lastInWords(last, ctx) : "–" },
    ],
    heading: t("deskTicket.seen.heading"),
    text: t("deskTicket.seen.text"),
    was: t("deskTicket.seen.was"),
    is: t("deskTicket.seen.is"),
    again: t("deskTicket.seen.again"),
  };
}

function lastInWords(turn: Turn, ctx: Context): string {
  const t = translator(ctx.language);
  const portal = t("desk.history.portal");
  if (turn.kind === "act")
    return `${actInWords(turn, ctx).what} (${turn.actor ?? portal}, ${momentInWords(turn.at, ctx)})`;
  const kind = turn.visibility === "internal" ? "internal" : "message";
  return t(`deskTicket.seen.${kind}`, { author: turn.author ?? portal, when: momentInWords(turn.at, ctx) });
}
