"use client";

import "./globals.css";
import { Button } from "@/app/_ui/button";
import words from "./global-error.json";

/** The layout itself failed, so nobody knows the reader's language: both are said, from a file that needs no messages. */
export default function GlobalErrorPage({ reset }: { reset: () => void }) {
  return (
    <html lang="sv">
      <body>
        <title>{words.sv.title}</title>
        <main className="bare-page">
          <h1 className="text-display">{words.sv.title}</h1>
          <p>{words.sv.text}</p>
          <p lang="en">
            {words.en.title}. {words.en.text}
          </p>
          <Button onClick={reset}>{words.sv.retry}</Button>
        </main>
      </body>
    </html>
  );
}
