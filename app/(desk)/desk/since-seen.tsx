"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Icon } from "@/app/_ui/icon";

/** `facts`: what is true now, each by a name that stays the same. The words are finished sentences. */
export type Seen = {
  facts: { name: string; label: string; value: string }[];
  heading: string;
  text: string;
  was: string;
  is: string;
  again: string;
};

export type SinceSeenProps = { seen: Seen; before: Record<string, string[]> | undefined };

/** What changed between the page that somebody read and the act they sent: what they saw beside what is so now. */
export function SinceSeen({ seen, before }: SinceSeenProps) {
  const changed = seen.facts.filter(({ name, value }) => (before?.[`seen.${name}`]?.[0] ?? value) !== value);
  return (
    <div className="banner" data-tone="problem" role="alert">
      <Icon name="triangle-alert" />
      <div>
        <p className="banner-heading">{seen.heading}</p>
        {changed.length > 0 && (
          <dl className="since-seen">
            {changed.map(({ name, label, value }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd>
                  {seen.was} <del>{before?.[`seen.${name}`]?.[0]}</del>
                </dd>
                <dd>
                  {seen.is} <ins>{value}</ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p>{seen.text}</p>
      </div>
    </div>
  );
}

export function SeenInputs({ seen }: { seen: Seen }) {
  return seen.facts.map(({ name, value }) => <input key={name} type="hidden" name={`seen.${name}`} value={value} />);
}

/** Asks for the page anew once for each answer that says that it is old; what is typed stays in the form. */
export function useFreshAfter(answer: unknown): void {
  const { refresh } = useRouter();
  useEffect(() => {
    if (answer) refresh();
  }, [answer, refresh]);
}
