"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { routes } from "@/lib/base/routes";
import { actOfKey, beginsTwo, type KeyAct } from "./key-table";
import { actsOnPage, isTicketAct, isTyping, linkOf, moveRow, press, wholeOf } from "./page-acts";
import type { PaletteWords } from "./palette";

// Fetched when it is asked for: most pages never open it.
const Palette = lazy(() => import("./palette").then(({ Palette: palette }) => ({ default: palette })));

const secondKeyMs = 1_500;

type KeysProps = {
  /** Single keys, which a person may switch off (WCAG 2.1.4); Ctrl K has a key of its own and stays. */
  isOn: boolean;
  /** "Det går inte att göra här: %". */
  notHere: string;
  acts: Record<KeyAct, string>;
  palette: PaletteWords;
};

/** The desk's keys: never while one writes, never with a modifier that belongs to the browser or a screen reader. */
export function Keys({ isOn, notHere, acts, palette }: KeysProps) {
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [told, setTold] = useState("");
  const row = useRef<HTMLElement | null>(null);
  /** What is typed while the palette is being fetched: its own, and never a key. Null where it is open, or not asked for. */
  const early = useRef<string | null>(null);
  useEffect(() => {
    let before = "";
    let timer = 0;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { key, ctrlKey, metaKey, altKey } = event;
      if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === "k") {
        event.preventDefault();
        if (!isPaletteOpen) early.current ??= "";
        setPaletteOpen(true);
        return;
      }
      if (early.current !== null) {
        event.preventDefault();
        if (key.length === 1 && !ctrlKey && !metaKey) early.current += key;
        return;
      }
      if (!isOn || ctrlKey || metaKey || altKey || isTyping(event.target)) return;
      const act = actOfKey(key, before);
      clearTimeout(timer);
      before = act === null && beginsTwo(key) ? key : "";
      timer = window.setTimeout(() => {
        before = "";
      }, secondKeyMs);
      if (act === null) return;
      event.preventDefault();
      row.current = rowOf(event.target) ?? row.current;
      setTold("");
      if (!perform(act, row)) setTold(notHere.replace("%", acts[act]));
    };
    document.addEventListener("keydown", pressed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", pressed);
    };
  }, [isOn, notHere, acts, isPaletteOpen]);
  const takeEarly = () => {
    const typed = early.current ?? "";
    early.current = null;
    return typed;
  };
  return (
    <>
      <p role="status" className="desk-key-told">
        {told}
      </p>
      {isPaletteOpen && (
        <Suspense fallback={null}>
          <Palette words={palette} takeEarly={takeEarly} close={() => setPaletteOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const rowOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>("[data-ticket]") : null;

/** False where the page has nothing to do it with. */
function perform(act: KeyAct, row: { current: HTMLElement | null }): boolean {
  if (act === "next" || act === "previous") {
    row.current = moveRow(row.current, act === "next" ? 1 : -1);
    return row.current !== null;
  }
  if (act === "open") return clicked(wholeOf(row.current) ?? linkOf(row.current));
  if (isTicketAct(act)) return began(act);
  if (act === "search") return search();
  const places: Partial<Record<KeyAct, string>> = {
    ...{ queue: routes.desk(), register: routes.deskRegister(), keys: routes.deskKeys() },
  };
  const place = places[act];
  if (place) location.assign(place);
  return place !== undefined;
}

function clicked(control: HTMLElement | null): boolean {
  control?.click();
  return control !== null;
}

function began(act: string): boolean {
  const found = actsOnPage().find(({ name }) => name === act);
  if (found) press(found.control);
  return found !== undefined;
}

function search(): boolean {
  const box = document.querySelector<HTMLInputElement>("main input[type=search]");
  if (!box) location.assign(routes.deskSearch());
  box?.focus();
  box?.select();
  return true;
}
