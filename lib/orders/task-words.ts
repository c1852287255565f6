import type { Language, TaskKind, TaskStatus } from "@/db/words";
import { type MessageKey, type Translate, translator } from "@/lib/base/language";
import { deviceAccountName } from "@/lib/directory";
import { personligGroups } from "./personlig-groups";
import { checklist } from "./status";

/** A task as its row has it. `line` says what the task will be about before it has run. */
export type TaskInLine = {
  kind: TaskKind;
  status: TaskStatus;
  detail: Record<string, unknown>;
  line?: { serialNumber: string | null; deviceAccount?: string | null };
};

/**
 * A task in the person's language: `label` what it is, `detail` what it asks, of whom, and the answer. The groups of
 * `add_to_groups` and the account of `create_dev_account` are always named. When is the task's own `at`.
 */
export function taskInWords(task: TaskInLine, language: Language): { label: string; detail: string } {
  const t = translator(language);
  const label = t(`desk.task.label.${task.kind}`);
  if (wasLeftUnticked(task)) return { label, detail: t("desk.task.preconfigure.unticked") };
  const sentences = [
    task.status === "done" && !byHand(task) ? doneWords(task, t, language) : asksWords(task, t, language),
  ];
  if (task.status === "skipped") sentences.push(t("desk.task.skipped"));
  const note = byHand(task);
  if (note && task.status === "done") sentences.push(t("desk.task.byHand", { note }));
  const fault = taskFault(task, language);
  if (fault) sentences.push(fault.words);
  return { label, detail: sentences.join(" ") };
}

/** Why the last attempt failed, in words for anyone, and as the other system put it; null when nothing is wrong. */
export function taskFault(task: TaskInLine, language: Language): { words: string; technical: string } | null {
  const technical = text(task.detail.error);
  if (!technical || task.status === "done" || task.status === "skipped") return null;
  const t = translator(language);
  const known = knownFaults.find(([pattern]) => pattern.test(technical));
  const serialNumber = task.line?.serialNumber ?? technical.split(" ")[0] ?? "";
  if (known) return { words: t(known[1], { serialNumber }), technical };
  const key = text(task.detail.errorKey);
  const isTold = key && key !== "errors.unavailable";
  return { words: t(isTold ? (key as MessageKey) : "desk.task.fault.other"), technical };
}

/** What the portal's own steps say (perform-task.ts); a connection's faults carry a key of their own. */
const knownFaults: [RegExp, MessageKey][] = [
  [/is not enrolled in the MDM/, "desk.task.fault.notEnrolled"],
  [/is not in the MDM any more/, "desk.task.fault.gone"],
  [/^the line has no serial number/, "desk.task.fault.noSerialNumber"],
  [/^the line has no recipient/, "desk.task.fault.noRecipient"],
  [/^no account for/, "desk.task.fault.noAccount"],
];

function asksWords(task: TaskInLine, t: Translate, language: Language): string {
  const values = valuesOf(task, t, language);
  switch (task.kind) {
    case "create_dev_account":
      return t(`desk.task.create_dev_account.${values.account ? "asks" : "unknown"}`, values);
    case "disable_dev_account":
      return t(`desk.task.disable_dev_account.${values.account ? "asks" : "unknown"}`, values);
    case "find_in_mdm":
      return t(`desk.task.find_in_mdm.${values.serialNumber ? "asks" : "unknown"}`, values);
    default:
      return t(`desk.task.${task.kind}.asks`, values);
  }
}

function doneWords(task: TaskInLine, t: Translate, language: Language): string {
  const values = valuesOf(task, t, language);
  switch (task.kind) {
    case "remove_from_groups":
      return t(`desk.task.remove_from_groups.${text(task.detail.account) ? "done" : "kept"}`, values);
    case "disable_dev_account":
      return t(`desk.task.disable_dev_account.${text(task.detail.account) ? "done" : "none"}`, values);
    case "find_in_mdm":
      return t(`desk.task.find_in_mdm.${values.model ? "doneWithModel" : "done"}`, values);
    case "preconfigure":
      return t(`desk.task.preconfigure.${values.items ? "done" : "none"}`, values);
    default:
      return t(`desk.task.${task.kind}.done`, values);
  }
}

function valuesOf({ kind, detail, line }: TaskInLine, t: Translate, language: Language) {
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const ticked = Array.isArray(detail.checklist) ? detail.checklist : [];
  const isForDevice = kind === "create_dev_account" || kind === "disable_dev_account";
  const answer = text(detail.answer);
  return {
    account: text(detail.account) || (isForDevice ? deviceAccountOf(line) : t("desk.task.recipientAccount")),
    groups: list.format(personligGroups),
    serialNumber: kind === "register_serial_number" && answer ? answer : (line?.serialNumber ?? ""),
    model: text(detail.model),
    tag: text(detail.tag),
    receivedBy: answer,
    items: list.format(
      checklist
        .filter((item) => ticked.includes(item))
        .map((item, n) =>
          n === 0 ? t(`desk.checklist.${item}`) : insideSentence(t(`desk.checklist.${item}`), language),
        ),
    ),
  };
}

/** A hand-over writes down what was ticked, if only that nothing was; an order that is cancelled writes nothing. */
const wasLeftUnticked = ({ kind, status, detail }: TaskInLine) =>
  kind === "preconfigure" && status === "skipped" && Array.isArray(detail.checklist);

/** The checklist's labels begin with a capital, as labels do. */
const insideSentence = (label: string, language: Language) =>
  label.slice(0, 1).toLocaleLowerCase(language) + label.slice(1);

function deviceAccountOf(line: TaskInLine["line"]): string {
  if (line?.deviceAccount) return line.deviceAccount;
  return line?.serialNumber ? deviceAccountName(line.serialNumber) : "";
}

const byHand = ({ detail }: TaskInLine) => text(detail.byHand);
const text = (value: unknown): string => (typeof value === "string" ? value : "");
