import type { Language } from "@/db/words";
import { type Translate, translator } from "@/lib/base/language";
import type { CommentRow } from "./list-comments";
import type { TicketAct } from "./ticket-history";

/** One thing that happened: a message in somebody's words, or an act in ours. */
export type StoryPart =
  | { kind: "message"; key: string; at: Date; author: string | null; authorId: string | null; body: string }
  | { kind: "act"; key: string; at: Date; words: string; detail: string | null };

/**
 * A ticket as its requester reads it, oldest first. Only what is written here is told: an act that is not, and every detail that is not
 * named, stays with the desk.
 */
export function storyOf(comments: readonly CommentRow[], acts: readonly TicketAct[], language: Language): StoryPart[] {
  const t = translator(language);
  const messages = comments
    .filter(({ visibility }) => visibility === "public")
    .map(({ id, createdAt, author, authorId, body }): StoryPart => {
      return { kind: "message", key: id, at: createdAt, author, authorId, body };
    });
  const told = acts.flatMap((act): StoryPart[] => {
    const said = inWords(act, t);
    return said ? [{ kind: "act", key: `act-${act.id}`, at: act.at, detail: null, ...said }] : [];
  });
  // What was said in the same instant comes before what was done about it.
  return [...messages, ...told].sort((a, b) => a.at.getTime() - b.at.getTime());
}

type Said = { words: string; detail?: string | null };

const plain = {
  "tickets.opened": "report.story.opened",
  "tickets.transferred": "report.story.transferred",
  "tickets.resumed": "report.story.resumed",
  "tickets.closed": "report.story.closed",
  "tickets.unmerged": "report.story.unmerged",
} as const;

function inWords({ event, detail }: TicketAct, t: Translate): Said | null {
  const text = (name: string) => (typeof detail[name] === "string" ? (detail[name] as string) : null);
  switch (event) {
    case "tickets.assigned":
      return text("assignee") ? { words: t("report.story.assigned") } : null;
    case "tickets.paused":
      return { words: t(`report.story.paused.${waitedFor(text("waitingFor"))}`), detail: text("reason") };
    case "tickets.resolved":
      return { words: t(resolvedKey(text("code"))), detail: text("resolution") };
    case "tickets.reopened":
      return { words: t("report.story.reopened"), detail: text("reason") };
    case "tickets.cancelled":
      return { words: t("report.story.cancelled"), detail: text("reason") };
    case "tickets.merged":
    case "tickets.duplicate":
      return { words: t(text("into") ? "report.story.goesOn" : "report.story.joined") };
    case "tickets.followed":
      return { words: t("report.story.followed", { reference: text("by") ?? "" }) };
    default: {
      const key = plain[event as keyof typeof plain];
      return key ? { words: t(key) } : null;
    }
  }
}

const waits = ["requester", "supplier", "approval"] as const;
const waitedFor = (who: string | null) => waits.find((each) => each === who) ?? "other";

const resolvedKey = (code: string | null) =>
  code === "by_requester" ? "report.story.solvedItself" : "report.story.resolved";
