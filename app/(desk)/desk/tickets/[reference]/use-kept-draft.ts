"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

type Kept = {
  box: RefObject<HTMLFormElement | null>;
  /** Where drafts are kept. */
  at: string;
  reference: string;
  writing: "reply" | "note";
  /** "Utkast sparat kl. 13.30" of what was found; "" for none. */
  words: string;
};

const pauseMs = 1500;
const longestMs = 5000;

/** Keeps what is in the form on the server: shortly after the last key, every few seconds while writing, and when the page is left. */
export function useKeptDraft({ box, at, reference, writing, words }: Kept) {
  const [told, tell] = useState(words);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const since = useRef<number | null>(null);

  const keep = useCallback(async () => {
    clearTimeout(timer.current);
    if (since.current === null) return;
    since.current = null;
    const body = new FormData(box.current ?? undefined).get("body");
    const init = { method: "POST", keepalive: true, headers: { "content-type": "application/json" } };
    const answer = await fetch(at, { ...init, body: JSON.stringify({ reference, writing, body }) }).catch(() => null);
    const read = answer?.headers.get("content-type")?.includes("json") ? await answer.json() : null;
    if (typeof read?.words === "string") tell(read.words);
    else since.current = performance.now();
  }, [at, box, reference, writing]);

  const onInput = useCallback(() => {
    const now = performance.now();
    since.current ??= now;
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, Math.max(0, Math.min(pauseMs, longestMs - (now - since.current))));
  }, [keep]);

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "hidden") keep();
    };
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pagehide", leave);
    };
  }, [keep]);

  // What is on its way as a message is no draft any more.
  useEffect(() => {
    const form = box.current;
    const send = () => {
      clearTimeout(timer.current);
      since.current = null;
    };
    form?.addEventListener("submit", send);
    return () => form?.removeEventListener("submit", send);
  }, [box]);

  return { words: told, onInput };
}
