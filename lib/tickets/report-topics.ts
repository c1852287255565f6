import type { ReportTopic } from "@/db/words";

type TopicRule = {
  /** Where in the tree it belongs; the nearest branch that the organisation has. */
  category: string;
  /** What must be known before it is described: whose device it is (B2, B6), or which secret (B5). */
  scope: "ownership" | "secret" | null;
  asksDevice: boolean;
  /** Set where there is no need to ask: a lost device is urgent whoever misses it. */
  levels?: { impact: number; urgency: number };
};

/** What each thing that is reported about means for the desk. */
export const topicRules: Record<ReportTopic, TopicRule> = {
  ipad: { category: "ipad", scope: "ownership", asksDevice: true },
  wifi: { category: "network/wifi", scope: "ownership", asksDevice: true },
  mail: { category: "ipad/sync", scope: "ownership", asksDevice: true },
  printing: { category: "printing", scope: "ownership", asksDevice: true },
  account: { category: "account", scope: "secret", asksDevice: false },
  meeting_documents: { category: "meeting-documents", scope: null, asksDevice: false },
  lost: { category: "ipad/lost", scope: null, asksDevice: true, levels: { impact: 3, urgency: 1 } },
  own_things: { category: "other", scope: null, asksDevice: false },
  other: { category: "other", scope: "ownership", asksDevice: true },
};

/** A forgotten passcode is a matter of the device (A11), not of the account. */
export const passcodeCategory = "ipad/passcode";

/** Answered by the committee secretaries, not by IT (B3). */
export const isForSecretaries = (category: string): boolean =>
  category === "meeting-documents" || category.startsWith("meeting-documents/");
