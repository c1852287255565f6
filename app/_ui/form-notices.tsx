"use client";

import { useMemo } from "react";
import { Banner } from "./banner";
import { ErrorSummary } from "./error-summary";

type Failed = { message: string; fields: Record<string, string> };
export type NoticeWords = { heading: string; titlePrefix: string };

type NoticesProps = {
  failed: Failed | null;
  words: NoticeWords;
  /** Before each field's name in its id, where a page has several forms. */
  prefix?: string;
};

/** What went wrong with a form, above the page's heading: its fields at fault, or a sentence where no field is. */
export function FormNotices({ failed, words, prefix = "" }: NoticesProps) {
  // A new list would take the focus again.
  const faults = useMemo(
    () => Object.entries(failed?.fields ?? {}).map(([field, text]) => ({ field: prefix + field, text })),
    [failed?.fields, prefix],
  );
  if (!failed) return null;
  if (faults.length > 0) {
    return <ErrorSummary heading={words.heading} titlePrefix={words.titlePrefix} faults={faults} />;
  }
  return failed.message ? <Banner tone="problem" heading={failed.message} /> : null;
}
