import type { ReactNode } from "react";
import { type Answer, CheckAnswers } from "@/app/_ui/check-answers";
import type { Context } from "@/lib/base/context";
import { type MessageKey, translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { topicRules } from "@/lib/tickets/report-topics";
import { type Answers, asksLevels, deviceOf, type Step, stepsOf } from "../answers";

type CheckedReportProps = { ctx: Context; answers: Answers; draft: string };
type Row = "topic" | "ownership" | "secret" | "device" | "text" | "since" | "tried" | "affected" | "work";

/** Every answer with its way back to the question; what was not asked is not told. */
export function CheckedReport({ ctx, answers, draft }: CheckedReportProps) {
  const { language } = ctx;
  const t = translator(language);
  const { topic, ownership, secret, type, since, tried, affected, work } = answers;
  const row = (step: Step, name: Row, value: ReactNode): Answer => {
    const label = t(`report.check.row.${name}`);
    const href = `${routes.reportStep(step, draft)}#${name}`;
    return { label, value, change: { href, what: label.toLowerCase() } };
  };
  const word = (key: string) => t(key as MessageKey);
  const asksWhose = topic !== "" && topicRules[topic].scope === "ownership";
  const rows: (Answer | false)[] = [
    row("topic", "topic", word(`report.topic.${topic}.label`)),
    asksWhose && row("scope", "ownership", word(`report.ownership.${ownership}.label`)),
    secret !== "" && row("scope", "secret", word(`report.secret.${secret}.label`)),
    stepsOf(answers).includes("device") && row("device", "device", <Device ctx={ctx} answers={answers} />),
    row("fault", "text", <span className="whitespace-pre-line">{answers.text}</span>),
    type === "incident" && row("fault", "since", since && word(`report.since.${since}`)),
    type === "incident" && row("fault", "tried", tried.map((step) => word(`report.tried.${step}`)).join(", ")),
    asksLevels(answers) && row("fault", "affected", word(`report.affected.${affected}`)),
    asksLevels(answers) && row("fault", "work", word(`report.work.${work}`)),
  ];
  return <CheckAnswers answers={rows.filter((each) => each !== false)} language={language} />;
}

function Device({ ctx, answers }: Omit<CheckedReportProps, "draft">) {
  const serial = deviceOf(answers);
  return serial ? <span className="font-mono">{serial}</span> : translator(ctx.language)("report.device.unknown");
}
