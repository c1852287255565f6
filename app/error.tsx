"use client";

import { Button } from "@/app/_ui/button";
import { useProblemWords } from "@/app/_ui/problem-words";

/** A page failed. `digest` is the number under which the server logged why. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = useProblemWords();
  if (!words) return null;
  return (
    <main className="bare-page">
      <h1 className="text-display">{words.title}</h1>
      <p>{words.text}</p>
      <p>
        {words.contact} {error.digest && <span className="reference">{error.digest}</span>}
      </p>
      <Button onClick={reset}>{words.retry}</Button>
    </main>
  );
}
