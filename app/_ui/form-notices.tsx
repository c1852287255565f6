"use client";

import { useMemo } from "react";
import { Banner } from "./banner";
import { ErrorSummary } from "./error-summary";

type Failed = { message: string; fields: Record<string, string> };
export type NoticeWords = { heading: string; titlePrefix: string };

/** What went wrong with a form, above the page's heading: its fields at fault, or a sentence where no field is. */
export function FormNotices({ failed, words }: { failed: Failed | null; words: NoticeWords }) {
  // A new list would take the focus again.
  const faults = useMemo(
    () => Object.entries(failed?.fields ?? {}).map(([field, text]) => ({ field, text })),
    [failed?.fields],
  );
  if (!failed) return null;
  if (faults.length > 0) {
    return <ErrorSummary heading={words.heading} titlePrefix={words.titlePrefix} faults={faults} />;
  }
  return failed.message ? <Banner tone="problem" heading={failed.message} /> : null;
}
