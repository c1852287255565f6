import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

/** What a state means to the person who reads it; each has its colour, its icon and, from the caller, its word. */
export type Tone = "kept" | "soon" | "broken" | "waiting" | "information" | "neutral";

const icons: Record<Tone, IconName> = {
  kept: "circle-check",
  soon: "clock",
  broken: "triangle-alert",
  waiting: "pause",
  information: "circle-dot",
  neutral: "circle-minus",
};

/** Word, icon and colour of a state. The word and the tone come from `describeStatus`, or from the caller. */
export function Status({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className="status" data-tone={tone}>
      <Icon name={icon ?? icons[tone]} />
      <span>{children}</span>
    </span>
  );
}
