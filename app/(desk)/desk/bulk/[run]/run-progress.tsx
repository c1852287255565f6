"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 1200;

/** How far a run has come, asked again while it goes on. */
export function RunProgress({ settled, all, words }: { settled: number; all: number; words: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <p>
      <progress className="bulk-progress" value={settled} max={all} aria-label={words} />{" "}
      <span role="status">{words}</span>
    </p>
  );
}
