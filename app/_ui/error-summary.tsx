"use client";

import { useEffect, useRef } from "react";

/** `field`: the id of the control to go to, the first radio of a group. */
export type Fault = { field: string; text: string };

type ErrorSummaryProps = {
  /** "Det finns ett problem". */
  heading: string;
  faults: Fault[];
  /** "Fel: ", set before the page's title. */
  titlePrefix: string;
};

/** Without script the browser itself moves the focus here. */
const withoutScript = { autoFocus: true };

/** First in main, above the h1: every fault once more, each a link to its field. Takes the focus when it comes. */
export function ErrorSummary({ heading, faults, titlePrefix }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);

  // A new list of faults is a new try, and takes the focus again.
  useEffect(() => {
    if (faults.length === 0) return;
    box.current?.focus();
    if (!document.title.startsWith(titlePrefix)) document.title = titlePrefix + document.title;
  }, [faults, titlePrefix]);

  if (faults.length === 0) return null;
  return (
    <div
      ref={box}
      className="error-summary"
      role="alert"
      tabIndex={-1}
      {...withoutScript}
      aria-labelledby="error-summary-heading"
    >
      <h2 id="error-summary-heading" className="text-lead">
        {heading}
      </h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field + fault.text}>
            <a href={`#${fault.field}`} onClick={(event) => goTo(event, fault.field)}>
              {fault.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** To the control with its label in sight: a bare hash would scroll the label out of the window. */
function goTo(event: { preventDefault: () => void }, id: string): void {
  const control = document.getElementById(id);
  if (!control) return;
  event.preventDefault();
  (control.closest("fieldset, .field") ?? control).scrollIntoView({ block: "start" });
  control.focus({ preventScroll: true });
}
