import type { ReactNode } from "react";
import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";

export type Answer = {
  label: string;
  /** Absent or empty: told as "Inte angivet". */
  value?: ReactNode;
  /** `what` completes the link for a screen reader: "Ändra kodsträng". */
  change?: { href: string; what: string };
};

/** What was answered, row by row, each with its way back to the question. Without `change` also a plain list of facts. */
export function CheckAnswers({ answers, language }: { answers: readonly Answer[]; language: Language }) {
  const translate = translator(language);
  const hasChange = answers.some((answer) => answer.change);
  return (
    <dl className="answers" data-changeable={hasChange || undefined}>
      {answers.map(({ label, value, change }) => (
        <div key={label} className="answers-row">
          <dt>{label}</dt>
          <dd>
            {value === undefined || value === "" ? (
              <span className="text-ink-quiet">{translate("ui.check.notGiven")}</span>
            ) : (
              value
            )}
          </dd>
          {change && (
            <dd className="answers-change">
              <a href={change.href}>
                {translate("ui.check.change")}
                <span className="sr-only"> {change.what}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
