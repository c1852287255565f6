import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type TimelineEvent = {
  key: string;
  what: ReactNode;
  /** "mån 14 dec kl. 09.12"; `at` is the same instant for machines. */
  when?: string;
  at?: Date;
  who?: string;
  detail?: ReactNode;
  /** past: has happened · now: this is where it stands, and whose turn it is · ahead: not yet. */
  stage?: "past" | "now" | "ahead";
  icon?: IconName;
};

/** What has happened, where it stands and what remains, oldest first. */
export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {events.map(({ key, what, when, at, who, detail, stage = "past", icon }) => (
        <li key={key} className="timeline-event" data-stage={stage} aria-current={stage === "now" ? "step" : undefined}>
          <span className="timeline-mark" aria-hidden="true">
            <Icon name={icon ?? (stage === "past" ? "check" : stage === "now" ? "circle-dot" : "circle-dashed")} />
          </span>
          <div>
            <p className="timeline-what">{what}</p>
            {(when || who) && (
              <p className="timeline-when">
                {when && <time dateTime={at?.toISOString()}>{when}</time>}
                {when && who && " · "}
                {who}
              </p>
            )}
            {detail && <div className="timeline-detail">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
