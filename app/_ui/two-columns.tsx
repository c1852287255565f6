import type { ReactNode } from "react";
import { Icon } from "./icon";

type Column = { heading: string; items: readonly ReactNode[] };

/** What is helped with and what is not, in plain sentences beside each other; below each other on a phone. */
export function TwoColumns({ helped, own }: { helped: Column; own: Column }) {
  return (
    <div className="two-columns">
      <Half {...helped} tone="kept" />
      <Half {...own} tone="neutral" />
    </div>
  );
}

function Half({ heading, items, tone }: Column & { tone: "kept" | "neutral" }) {
  return (
    <section>
      <h3 className="text-lead">{heading}</h3>
      <ul data-tone={tone}>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no other name, and the list never moves
          <li key={index}>
            <Icon name={tone === "kept" ? "check" : "user"} />
            <span>{item}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
