"use client";

import { createContext, type ReactNode, useContext } from "react";

type Words = { title: string; text: string; retry: string; contact: string };

const Problem = createContext<Words | null>(null);

/** Carries the error page's words from the layout, which has the messages, to app/error.tsx, which lives in the browser. */
export function ProblemWords({ words, children }: { words: Words; children: ReactNode }) {
  return <Problem value={words}>{children}</Problem>;
}

export function useProblemWords(): Words | null {
  return useContext(Problem);
}
