import { Icon, type IconName } from "./icon";
import type { Tone } from "./status";

const icons: Record<Tone, IconName> = {
  kept: "circle-check",
  soon: "clock",
  broken: "triangle-alert",
  waiting: "pause",
  information: "clock",
  neutral: "clock",
};

type DueClockProps = {
  tone: Tone;
  /** "3 arbetsdagar kvar". */
  words: string;
  /** "fre 8 jan 2027". */
  date: string;
  /** Why it stands where it stands, on demand: the summary's word and the sentence behind it. */
  reason?: { label: string; text: string };
};

/** A clock in words, never in ticking figures. On one line on the desk. */
export function DueClock({ tone, words, date, reason }: DueClockProps) {
  return (
    <div className="due-clock" data-tone={tone}>
      <Icon name={icons[tone]} />
      <p>
        <span className="due-clock-words">{words}</span> <span className="due-clock-date">{date}</span>
      </p>
      {reason && (
        <details>
          <summary>{reason.label}</summary>
          <p>{reason.text}</p>
        </details>
      )}
    </div>
  );
}
