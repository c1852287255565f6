"use client";

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { routes } from "@/lib/base/routes";
import { actsOnPage, press } from "./page-acts";

export type PaletteWords = {
  title: string;
  hint: string;
  close: string;
  none: string;
  groups: { acts: string; places: string; found: string };
  places: { label: string; href: string }[];
};

type Choice = { group: keyof PaletteWords["groups"]; label: string; detail?: string; choose: () => void };
type Found = { label: string; detail: string; href: string };

const waitMs = 150;

type PaletteProps = {
  words: PaletteWords;
  /** What was typed before it was here. */
  takeEarly: () => string;
  close: () => void;
};

/** Everything one can do or go to, found by typing (Ctrl K). A native dialog: Escape closes it and the focus goes back. */
export function Palette({ words, takeEarly, close }: PaletteProps) {
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const after = useRef<(() => void) | null>(null);
  const choices = useChoices(words, query);
  const id = useId();
  const begin = useRef(() => {
    dialog.current?.showModal();
    const typed = takeEarly();
    setQuery((query) => query + typed);
  });
  useEffect(() => begin.current(), []);
  const current = Math.min(at, choices.length - 1);
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    // What it does may move the focus: only when the dialog has given it back.
    after.current = choice.choose;
    dialog.current?.close();
  };
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((current + step + choices.length) % Math.max(1, choices.length));
    else if (event.key === "Enter") take(choices[current]);
    else return;
    event.preventDefault();
  };
  const closed = () => {
    close();
    after.current?.();
  };
  return (
    <dialog ref={dialog} className="palette" aria-label={words.title} onClose={closed}>
      <input
        className="control"
        role="combobox"
        aria-label={words.hint}
        placeholder={words.hint}
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={choices[current] ? `${id}-${current}` : undefined}
        autoComplete="off"
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <PaletteList id={id} words={words} choices={choices} current={current} take={take} />
      {choices.length === 0 && <p role="status">{words.none}</p>}
      <form method="dialog">
        <button type="submit" className="button" data-kind="quiet">
          {words.close}
        </button>
      </form>
    </dialog>
  );
}

type ListProps = {
  id: string;
  words: PaletteWords;
  choices: Choice[];
  current: number;
  take: (choice: Choice) => void;
};

/** The focus stays in the field: the field's keys move among these. */
function PaletteList({ id, words, choices, current, take }: ListProps) {
  return (
    <div id={`${id}-list`} role="listbox" aria-label={words.title} className="palette-list">
      {choices.map((choice, n) => (
        <div
          key={`${choice.group} ${choice.label} ${choice.detail ?? ""}`}
          id={`${id}-${n}`}
          role="option"
          tabIndex={-1}
          aria-selected={n === current}
          onClick={() => take(choice)}
          onKeyDown={() => {}}
        >
          <span className="palette-group">{words.groups[choice.group]}</span>
          <span>
            {choice.label} {choice.detail && <span className="text-ink-quiet">{choice.detail}</span>}
          </span>
        </div>
      ))}
    </div>
  );
}

function useChoices(words: PaletteWords, query: string): Choice[] {
  const found = useFound(query);
  const here = useMemo<Choice[]>(() => {
    const acts = actsOnPage().map(({ label, control }) => {
      return { group: "acts" as const, label, choose: () => press(control) };
    });
    const places = words.places.map(({ label, href }) => {
      return { group: "places" as const, label, choose: () => location.assign(href) };
    });
    return [...acts, ...places];
  }, [words.places]);
  const wanted = query.trim().toLocaleLowerCase("sv");
  return [
    ...here.filter(({ label }) => label.toLocaleLowerCase("sv").includes(wanted)),
    ...found.map(({ href, ...each }) => ({ group: "found" as const, ...each, choose: () => location.assign(href) })),
  ];
}

/** What the server finds, a moment after the last letter; nothing while it cannot be reached. */
function useFound(query: string): Found[] {
  const [found, setFound] = useState<Found[]>([]);
  useEffect(() => {
    const wanted = query.trim();
    if (wanted.length < 2) return setFound([]);
    const gone = new AbortController();
    const ask = async () => {
      const answer = await fetch(routes.api.palette(wanted), { signal: gone.signal }).catch(() => null);
      if (answer?.ok) setFound(((await answer.json()) as { items: Found[] }).items);
    };
    const timer = setTimeout(ask, waitMs);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [query]);
  return found;
}
