import type {
  ClockState,
  Decision,
  Language,
  LetterStatus,
  LineStatus,
  OrderStatus,
  TaskStatus,
  TicketStatus,
} from "@/db/words";
import { type MessageKey, translator } from "@/lib/base/language";
import type { IconName } from "./icon";
import type { Tone } from "./status";

type Look = { tone: Tone; icon?: IconName };

/** How each state looks; its word is `words.<kind>.<state>`. */
const looks = {
  orderStatus: {
    awaiting_approval: { tone: "waiting", icon: "hourglass" },
    declined: { tone: "broken", icon: "circle-x" },
    preparing: { tone: "information" },
    ready: { tone: "kept", icon: "package" },
    delivered: { tone: "kept", icon: "package-check" },
    cancelled: { tone: "neutral", icon: "ban" },
  },
  lineStatus: {
    submitted: { tone: "information" },
    approved: { tone: "information", icon: "check" },
    preparing: { tone: "information" },
    ready: { tone: "kept", icon: "package" },
    handed_over: { tone: "kept", icon: "package-check" },
    acknowledged: { tone: "kept" },
    declined: { tone: "broken", icon: "circle-x" },
    cancelled: { tone: "neutral", icon: "ban" },
  },
  taskStatus: {
    waiting: { tone: "neutral", icon: "circle-dashed" },
    running: { tone: "information" },
    done: { tone: "kept" },
    failed: { tone: "broken" },
    skipped: { tone: "neutral" },
  },
  ticketStatus: {
    new: { tone: "information" },
    in_progress: { tone: "information" },
    paused: { tone: "waiting" },
    resolved: { tone: "kept" },
    closed: { tone: "neutral", icon: "check" },
    cancelled: { tone: "neutral", icon: "ban" },
  },
  clockState: {
    running: { tone: "information", icon: "clock" },
    soon: { tone: "soon" },
    paused: { tone: "waiting" },
    met: { tone: "kept" },
    breached: { tone: "broken" },
  },
  decision: {
    approved: { tone: "kept" },
    declined: { tone: "broken", icon: "circle-x" },
  },
  letterStatus: {
    queued: { tone: "waiting", icon: "hourglass" },
    sent: { tone: "kept" },
    failed: { tone: "broken" },
    held: { tone: "neutral" },
  },
} as const satisfies {
  orderStatus: Record<OrderStatus, Look>;
  lineStatus: Record<LineStatus, Look>;
  taskStatus: Record<TaskStatus, Look>;
  ticketStatus: Record<TicketStatus, Look>;
  clockState: Record<ClockState | "soon", Look>;
  decision: Record<Decision, Look>;
  letterStatus: Record<LetterStatus, Look>;
};

export type StatusKind = keyof typeof looks;

/** A state's word, tone and icon: `<Status {...describeStatus("orderStatus", order.status, language)} />`. */
export function describeStatus<K extends StatusKind>(
  kind: K,
  state: keyof (typeof looks)[K] & string,
  language: Language,
): Look & { children: string } {
  const ofKind: Record<string, Look> = looks[kind];
  const look = ofKind[state] ?? { tone: "neutral" as const };
  return { ...look, children: translator(language)(`words.${kind}.${state}` as MessageKey) };
}
