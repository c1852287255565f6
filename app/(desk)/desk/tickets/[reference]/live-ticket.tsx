"use client";

import { useRouter } from "next/navigation";
import { useEffect, useLayoutEffect, useRef, useState, useTransition } from "react";

type LiveTicketProps = { reference: string; version: number; count: number; isOwn: boolean; words: string };

/**
 * The page made anew when the ticket changes elsewhere. What comes is told politely; and where somebody writes, the text under their
 * hands stays where it is on the screen while the conversation above it grows.
 */
export function LiveTicket({ reference, version, count, isOwn, words }: LiveTicketProps) {
  const { refresh } = useRouter();
  const [isRefreshing, start] = useTransition();
  const [told, tell] = useState("");
  const held = useRef<{ of: Element; top: number } | null>(null);
  const known = useRef({ version, count });
  /** The newest version that the page has been asked anew for: what is told twice is fetched once. */
  const asked = useRef(version);

  useEffect(() => {
    const anew = () => {
      const of = document.activeElement?.closest("form, details");
      held.current = of ? { of, top: of.getBoundingClientRect().top } : null;
      start(refresh);
    };
    const onTicket = (event: Event) => {
      const { detail } = event as CustomEvent<{ reference: string; version: number }>;
      if (detail.reference !== reference || detail.version <= Math.max(known.current.version, asked.current)) return;
      asked.current = detail.version;
      anew();
    };
    document.addEventListener("live:ticket", onTicket);
    document.addEventListener("live:resync", anew);
    return () => {
      document.removeEventListener("live:ticket", onTicket);
      document.removeEventListener("live:resync", anew);
    };
  }, [reference, refresh]);

  useLayoutEffect(() => {
    if (isRefreshing || !held.current) return;
    const { of, top } = held.current;
    held.current = null;
    window.scrollBy({ top: of.getBoundingClientRect().top - top, behavior: "instant" });
  }, [isRefreshing]);

  useEffect(() => {
    if (count > known.current.count && !isOwn) tell(words);
    known.current = { version, count };
  }, [version, count, isOwn, words]);

  return (
    <p role="status" className="live-told">
      {told}
    </p>
  );
}
