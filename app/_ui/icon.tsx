import { createElement } from "react";
import iconShapes from "./icon-shapes.json";

export type IconName = keyof typeof iconShapes;

type Shape = { tag: string } & Record<string, string>;

/**
 * A drawing that stands beside its word, never instead of it; as large as the text around it. The shapes are Lucide's (ISC licence):
 * its own React package renders them in the browser, and an icon should need no script.
 */
export function Icon({ name, className = "" }: { name: IconName; className?: string }) {
  return (
    <svg
      className={`icon ${className}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {(iconShapes[name] as Shape[]).map(({ tag, ...attributes }) =>
        createElement(tag, { key: JSON.stringify(attributes), ...attributes }),
      )}
    </svg>
  );
}
