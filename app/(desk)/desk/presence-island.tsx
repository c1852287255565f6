"use client";

import { useEffect, useState } from "react";
import { Icon } from "@/app/_ui/icon";
import { routes } from "@/lib/base/routes";
import { type LivePresence, subscribe } from "./live-events";

const noteEveryMs = 15_000;
/** Who has typed nothing for so long reads. */
const writingMs = 20_000;

type Words = { reads: string; writes: string; and: string };

export function PresenceIsland({ reference, words }: { reference: string; words: Words }) {
  const [persons, setPersons] = useState<LivePresence["persons"]>([]);
  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind === "presence" && event.detail.reference === reference) setPersons(event.detail.persons);
      }),
    [reference],
  );
  useEffect(() => sayThatIAmHere(reference), [reference]);
  const named = (isWriting: boolean) => {
    const names = persons.filter((each) => each.isWriting === isWriting).map(({ name }) => name);
    if (names.length === 0) return [];
    return [(isWriting ? words.writes : words.reads).replace("%", listed(names, words.and))];
  };
  const text = [...named(true), ...named(false)].join(". ");
  return (
    <p role="status" className="desk-presence">
      {text && (
        <>
          <Icon name={persons.some((each) => each.isWriting) ? "square-pen" : "users"} />
          {text}
        </>
      )}
    </p>
  );
}

const listed = (names: string[], and: string) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;

/** While the page is in sight; answers how to stop. */
function sayThatIAmHere(reference: string): () => void {
  let wroteAt = Number.NEGATIVE_INFINITY;
  let isWriting = false;
  const send = (isLeaving: boolean) => {
    const body = JSON.stringify({ reference, isWriting, isLeaving });
    const headers = { "content-type": "application/json" };
    // Kept alive, for it may be the page's last word; that it fails is no matter, the next comes soon.
    void fetch(routes.api.presence(), { method: "POST", body, headers, keepalive: true }).catch(() => {});
  };
  const say = () => {
    isWriting = performance.now() - wroteAt < writingMs;
    if (document.visibilityState === "visible") send(false);
  };
  const leave = () => send(true);
  const typed = ({ target }: Event) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    wroteAt = performance.now();
    if (!isWriting) say();
  };
  const turned = () => (document.visibilityState === "visible" ? say() : leave());
  say();
  const timer = setInterval(say, noteEveryMs);
  document.addEventListener("input", typed);
  document.addEventListener("visibilitychange", turned);
  window.addEventListener("pagehide", leave);
  return () => {
    clearInterval(timer);
    document.removeEventListener("input", typed);
    document.removeEventListener("visibilitychange", turned);
    window.removeEventListener("pagehide", leave);
    leave();
  };
}
