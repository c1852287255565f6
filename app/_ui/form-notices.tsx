import { Banner } from "./banner";
import { ErrorSummary } from "./error-summary";

/** What a form without any field at fault is told of what went wrong, and what one with faults is: above the page's heading. */
export function FormNotices({ failed, words }: { failed: Failed | null; words: NoticeWords }) {
  const faults = Object.entries(failed?.fields ?? {}).map(([field, text]) => ({ field, text }));
  if (!failed) return null;
  if (faults.length > 0)
    return <ErrorSummary heading={words.heading} titlePrefix={words.titlePrefix} faults={faults} />;
  return failed.message ? <Banner tone="problem" heading={failed.message} /> : null;
}

type Failed = { message: string; fields: Record<string, string> };
export type NoticeWords = { heading: string; titlePrefix: string };
