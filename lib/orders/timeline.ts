import type { LineStatus, TaskKind, TaskStatus } from "@/db/words";
import { formatDay, formatInstant } from "@/lib/base/format";
import { type Translate, translator } from "@/lib/base/language";
import { changeInWords } from "./change-words";
import type { ContentChange } from "./content";
import type { OrderAct } from "./order-log";
import { isLive } from "./status";
import { type Turning, type TurnReading, whoseTurn } from "./whose-turn";

/** What a timeline is told from; an OrderView with its log is more than enough. */
export type Story = Omit<Turning, "order" | "lines"> & {
  order: Turning["order"] & { receivedAt: Date };
  lines: readonly (Omit<Turning["lines"][number], "tasks"> & { tasks: readonly StoryTask[] })[];
  approvals: readonly Round[];
  clock: { dueAt: Date };
  acts: readonly OrderAct[];
};

type StoryTask = { kind: TaskKind; status: TaskStatus; isAutomatic: boolean; at: Date };
type Round = {
  round: number;
  requestedAt: Date;
  decision: "approved" | "declined" | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  reason: string | null;
  changes: ContentChange[];
};

/** Oldest first. past: has happened · now: where it stands, and whose turn it is · ahead: what remains. */
export type TimelineItem = {
  key: string;
  stage: "past" | "now" | "ahead";
  what: string;
  at?: Date;
  when?: string;
  who?: string;
  details: string[];
};

type Reading = TurnReading & { names?: Readonly<Record<string, string>> };

/** Who did what and when, whose turn it is now, and what remains until it is handed over, in the reader's language. */
export function orderTimeline(story: Story, reading: Reading): TimelineItem[] {
  const t = translator(reading.language);
  const past = [...placed(story, t), ...rounds(story, reading, t), ...acts(story, reading, t), ...steps(story, t)];
  past.sort((a, b) => a.at.getTime() - b.at.getTime() || a.rank - b.rank);
  const told = past.map(({ rank: _, at, ...item }, n): TimelineItem => {
    return { ...item, key: `${n}`, stage: "past", at, when: formatInstant(at, reading) };
  });
  return [...told, ...now(story, reading), ...ahead(story, reading, t)];
}

/** `rank` orders what happened in the same instant. */
type Past = { at: Date; rank: number; what: string; who?: string; details: string[] };

function placed({ order, requester }: Story, t: Translate): Past[] {
  return [{ at: order.receivedAt, rank: 0, what: t("order.timeline.placed"), who: requester.name, details: [] }];
}

function rounds({ approvals, requester }: Story, { language, names }: Reading, t: Translate): Past[] {
  return approvals.flatMap((round): Past[] => {
    const changed = round.changes.map((change) => t("order.timeline.change", changeInWords(change, language, names)));
    const asked: Past = {
      ...{ at: round.requestedAt, rank: 1, who: requester.name },
      ...{ what: t("order.timeline.changed"), details: [...changed, t("order.timeline.askedAgain")] },
    };
    const isDecided = round.decision && round.decidedAt;
    const decided = isDecided ? [decision(round, t)] : [];
    return round.round > 1 ? [asked, ...decided] : decided;
  });
}

function decision({ decision: said, decidedAt, decidedBy, reason }: Round, t: Translate): Past {
  return {
    at: decidedAt as Date,
    rank: 2,
    what: t(`order.timeline.${said ?? "approved"}`),
    ...(decidedBy ? { who: decidedBy } : {}),
    details: reason ? [t("order.timeline.said", { text: reason })] : [],
  };
}

/** From the history: what neither the rounds nor the tasks tell. */
function acts({ acts: log, approvals }: Story, reading: Reading, t: Translate): Past[] {
  const isRound = (at: Date) => approvals.some((round) => round.requestedAt.getTime() === at.getTime());
  return log.flatMap((act): Past[] => {
    const told = (what: string, details: string[] = []): Past[] => [
      { at: act.at, rank: 3, what, who: act.by ?? t("order.timeline.portal"), details },
    ];
    const reason = typeof act.detail.reason === "string" ? [t("order.timeline.said", { text: act.detail.reason })] : [];
    switch (act.event) {
      case "orders.changed":
        return isRound(act.at) ? [] : told(t("order.timeline.changed"));
      case "orders.cancelled":
        return told(t("order.timeline.cancelled"), reason);
      case "orders.handed_over":
        return told(t("order.timeline.handedOver", { receivedBy: String(act.detail.receivedBy ?? "") }));
      case "orders.acknowledged":
        return told(t("order.timeline.acknowledged"));
      case "tickets.paused":
        return told(t(`order.timeline.paused.${waitOf(act)}`), [...reason, ...review(act, reading, t)]);
      case "tickets.resumed":
        return told(t("order.timeline.resumed"));
      default:
        return [];
    }
  });
}

const waits = ["requester", "supplier", "other"] as const;
const waitOf = ({ detail }: OrderAct) => waits.find((each) => each === detail.waitingFor) ?? "other";

function review({ detail }: OrderAct, reading: Reading, t: Translate): string[] {
  const at = typeof detail.reviewAt === "string" ? new Date(detail.reviewAt) : null;
  return at ? [t("order.turn.review", { date: formatDay(at, reading) })] : [];
}

const told = [
  "add_to_groups",
  "register_serial_number",
  "create_dev_account",
  "find_in_mdm",
  "tag_in_mdm",
  "preconfigure",
] as const satisfies readonly TaskKind[];

/** A step of preparing is told once, when it is done for the last of its lines. */
function steps({ lines }: Story, t: Translate): Past[] {
  const live = lines.filter(isLive);
  const done = told.flatMap((kind, n): Past[] => {
    const tasks = live.flatMap((line) => line.tasks.filter((task) => task.kind === kind));
    if (tasks.length === 0 || tasks.some((task) => task.status !== "done")) return [];
    const who = t(tasks[0]?.isAutomatic ? "order.timeline.portal" : "order.timeline.desk");
    return [
      {
        at: latest(tasks),
        rank: 4 + n,
        what: t(`order.timeline.step.${kind}`, { count: tasks.length }),
        who,
        details: [],
      },
    ];
  });
  return [...done, ...ready(live, t)];
}

const prepared: readonly LineStatus[] = ["ready", "handed_over", "acknowledged"];

function ready(live: Story["lines"], t: Translate): Past[] {
  if (live.length === 0 || !live.every((line) => prepared.includes(line.status))) return [];
  const before = live.flatMap((line) =>
    line.tasks.filter((task) => !["hand_over", "preconfigure"].includes(task.kind)),
  );
  if (before.length === 0) return [];
  return [
    { at: latest(before), rank: 20, what: t("order.timeline.ready"), who: t("order.timeline.portal"), details: [] },
  ];
}

const latest = (tasks: readonly { at: Date }[]): Date => new Date(Math.max(...tasks.map((task) => task.at.getTime())));

function now(story: Story, reading: Reading): TimelineItem[] {
  const turn = whoseTurn(story, reading);
  return turn ? [{ key: "now", stage: "now", what: turn.words, details: turn.detail ? [turn.detail] : [] }] : [];
}

/** What remains, with the promised day at the end of it. */
function ahead({ order, clock }: Story, reading: Reading, t: Translate): TimelineItem[] {
  const item = (key: "prepare" | "handOver", values = {}): TimelineItem => {
    return { key, stage: "ahead", what: t(`order.timeline.ahead.${key}`, values), details: [] };
  };
  const handOver = item("handOver", { date: formatDay(clock.dueAt, reading) });
  if (order.status === "awaiting_approval") return [item("prepare"), handOver];
  return order.status === "preparing" ? [handOver] : [];
}
