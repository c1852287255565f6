"use client";

import { useEffect, useState } from "react";
import type { Language } from "@/db/words";

type Hint = { title: string; summary: string; language: Language; href: string };
type Answer = { said: string; guides: Hint[] };

type GuideHintsLiveProps = {
  textId: string;
  categoryId?: string | undefined;
  address: string;
  language: Language;
  words: { heading: string; lead: string; newTab: string };
};

/** So long must the hands rest before we ask, and so much must be said. */
const restMs = 700;
const leastLetters = 8;

/** Guides for what is being typed; how many there are is said politely, when they change. */
export function GuideHintsLive({ textId, categoryId, address, language, words }: GuideHintsLiveProps) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    const fields = [textId, categoryId].map((id) => (id ? document.getElementById(id) : null));
    return listen(fields as (HTMLInputElement | null)[], address, setAnswer);
  }, [textId, categoryId, address]);
  const guides = answer?.guides ?? [];
  return (
    <>
      <p className="sr-only" role="status">
        {answer?.said}
      </p>
      <section className="guide-hints" hidden={guides.length === 0} aria-label={words.heading}>
        <p className="font-strong">{words.heading}</p>
        <p className="text-plain text-ink-quiet">{words.lead}</p>
        <ul className="mt-2">
          {guides.map((guide) => (
            <li key={guide.href} lang={guide.language === language ? undefined : guide.language}>
              <a href={guide.href} target="_blank" rel="noopener">
                <span>
                  {guide.title}
                  <span className="sr-only">, {words.newTab}</span>
                </span>
              </a>
              <p className="text-plain text-ink-quiet">{guide.summary}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** Asks when the hands have rested; a newer question puts an older one aside. */
function listen(
  fields: (HTMLInputElement | null)[],
  address: string,
  found: (answer: Answer | null) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  let asked = "";
  const ask = async () => {
    const [text = "", category = ""] = fields.map((field) => field?.value ?? "");
    const body = JSON.stringify({ text: text.slice(0, 2000), ...(category ? { category } : {}) });
    if (body === asked || (text.trim().length < leastLetters && category === "")) return;
    asked = body;
    asking?.abort();
    asking = new AbortController();
    const headers = { "content-type": "application/json" };
    const answer = await fetch(address, { method: "POST", body, headers, signal: asking.signal }).catch(() => null);
    if (answer?.ok) found((await answer.json()) as Answer);
  };
  const rest = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, restMs);
  };
  for (const field of fields) field?.addEventListener("input", rest);
  return () => {
    clearTimeout(timer);
    asking?.abort();
    for (const field of fields) field?.removeEventListener("input", rest);
  };
}
