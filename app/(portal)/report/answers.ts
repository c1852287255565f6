import { deviceOwnerships, type ReportTopic, reportTopics, type ScopeAnswer } from "@/db/words";
import { ReportFault, secrets } from "@/lib/tickets/report-schema";
import { passcodeCategory, topicRules } from "@/lib/tickets/report-topics";

/** What was typed, by field name. */
export type Typed = Readonly<Record<string, readonly string[]>>;

export const stepNames = ["topic", "scope", "device", "fault"] as const;
export type Step = (typeof stepNames)[number];

/** One answer a question; "" where nothing was answered, or was asked. */
export type Answers = {
  type: "incident" | "question";
  topic: ReportTopic | "";
  ownership: string;
  secret: string;
  /** A serial number of one's own, "other", or "unknown". */
  device: string;
  serial: string;
  text: string;
  since: string;
  tried: string[];
  affected: string;
  work: string;
};

/** `key` is the sentence's address; `path` the field's name. */
export type AnswerFault = { path: string; key: string };

/** Whose it is, for those who choose it: "none" is no device at all. */
export const ownerships = [...deviceOwnerships, "none"] as const;

/** What hangs on an answer that was changed since is let go: it is neither asked nor sent. */
export function answersOf(typed: Typed): Answers {
  const one = (name: string) => typed[name]?.[0]?.trim() ?? "";
  const topic = reportTopics.find((each) => each === one("topic")) ?? "";
  const scope = topic && topicRules[topic].scope;
  const ownership = scope === "ownership" ? oneOf(ownerships, one("ownership")) : "";
  return {
    ...{ type: one("type") === "question" ? "question" : "incident", topic },
    ownership: ownership === "none" && topic !== "other" ? "" : ownership,
    secret: scope === "secret" ? oneOf(secrets, one("secret")) : "",
    ...{ device: one("device"), serial: one("serial").toUpperCase().replace(/[\s-]/g, ""), text: one("text") },
    ...{ since: one("since"), tried: [...(typed.tried ?? [])], affected: one("affected"), work: one("work") },
  };
}

/** What the desk does not help with, if these answers lead there (A12, B2, B6). */
export function outsideOf({ topic, ownership, secret }: Answers): ScopeAnswer | null {
  if (topic === "own_things" || secret === "apple") return "own_things";
  return ownership === "private_device" || ownership === "private_computer" ? ownership : null;
}

/** Where in the organisation's tree it belongs, as far as it is known. */
export function categoryOf({ topic, secret }: Answers): string | undefined {
  if (secret === "passcode") return passcodeCategory;
  return topic ? topicRules[topic].category : undefined;
}

/** The questions that these answers lead through, in their order; "outside" ends them. */
export function stepsOf(answers: Answers): Step[] {
  const { topic, ownership, secret } = answers;
  if (!topic) return ["topic"];
  const rule = topicRules[topic];
  const begin: Step[] = rule.scope ? ["topic", "scope"] : ["topic"];
  if (outsideOf(answers)) return begin;
  const isAboutDevice = (rule.asksDevice && ownership !== "none") || secret === "passcode";
  return isAboutDevice ? [...begin, "device", "fault"] : [...begin, "fault"];
}

/** Whether it must be asked how many it concerns and whether one can work. */
export function asksLevels({ type, topic }: Answers): boolean {
  return type === "incident" && topic !== "" && !topicRules[topic].levels;
}

/** The question's number as people count: what and whose is one. */
export function numberOf(step: Step, answers: Answers): { step: number; of: number } {
  const counted = stepsOf(answers).filter((each) => each !== "scope");
  // Before the topic is chosen nobody knows better than the longest way.
  const of = counted.length < 2 ? 3 : counted.length;
  return { step: step === "scope" ? 1 : counted.indexOf(step) + 1, of };
}

const serialNumber = /^[A-Z0-9]{8,16}$/;

/** What is wrong with the answers of one step, in the order of its questions. */
export function faultsIn(step: Step, answers: Answers): AnswerFault[] {
  const { topic, ownership, secret, device, serial } = answers;
  const miss = (path: string, isMissing: boolean) => (isMissing ? [{ path, key: `report.errors.${path}` }] : []);
  switch (step) {
    case "topic":
      return miss("topic", topic === "");
    case "scope":
      return topic && topicRules[topic].scope === "secret"
        ? miss("secret", secret === "")
        : miss("ownership", ownership === "");
    case "device":
      return [...miss("device", device === ""), ...miss("serial", device === "other" && !serialNumber.test(serial))];
    case "fault": {
      const asks = asksLevels(answers);
      const isAnswered = (path: string) => !asks && (path === "affected" || path === "work");
      const found = ReportFault.safeParse(inputOf(answers)).error?.issues ?? [];
      const faults = found.map(({ path, message }) => ({ path: path.join("."), key: message }));
      const all = [...faults, ...miss("affected", !answers.affected), ...miss("work", !answers.work)];
      const ordered = ["text", "since", "tried", "affected", "work"];
      return ordered.flatMap((path) => (isAnswered(path) ? [] : all.filter((each) => each.path === path).slice(0, 1)));
    }
  }
}

/** The answers as what is sent, or the first question that lacks one. */
export function reportFrom(
  answers: Answers,
): { ok: true; report: ReportFault } | { ok: false; step: Step | "outside" } {
  if (outsideOf(answers)) return { ok: false, step: "outside" };
  const faulty = stepsOf(answers).find((step) => faultsIn(step, answers).length > 0);
  if (faulty) return { ok: false, step: faulty };
  const parsed = ReportFault.safeParse(inputOf(answers));
  return parsed.success ? { ok: true, report: parsed.data } : { ok: false, step: "fault" };
}

/** The serial number, where one is known. */
export function deviceOf(answers: Answers): string | null {
  if (!stepsOf(answers).includes("device")) return null;
  if (answers.device === "other") return answers.serial || null;
  return serialNumber.test(answers.device) ? answers.device : null;
}

function inputOf(answers: Answers) {
  const { type, topic, ownership, secret, text, since, tried, affected, work } = answers;
  const device = deviceOf(answers);
  const asks = asksLevels(answers);
  return {
    ...{ type, topic, text },
    ...(type === "incident" ? { tried } : {}),
    ...(ownership && ownership !== "none" ? { ownership } : {}),
    ...{ ...(secret ? { secret } : {}), ...(device ? { device } : {}) },
    ...(since && type === "incident" ? { since } : {}),
    ...(asks && affected ? { affected } : {}),
    ...(asks && work ? { work } : {}),
  };
}

const oneOf = (all: readonly string[], said: string): string => (all.includes(said) ? said : "");
