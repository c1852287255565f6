"use client";

import { useEffect, useState } from "react";

type ChooseAllProps = { href: string; isAll: boolean; words: { all: string; none: string; chosen: string } };

const boxes = () => [...document.querySelectorAll<HTMLInputElement>("input[form=choose][name=ticket]")];

/** Ticks every row of the page, or none, and says how many are ticked. Without script it is a link to the same page, ticked. */
export function ChooseAll({ href, isAll, words }: ChooseAllProps) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const tell = () => setCount(boxes().filter(({ checked }) => checked).length);
    tell();
    document.addEventListener("change", tell);
    return () => document.removeEventListener("change", tell);
  }, []);
  const isNext = count > 0 ? false : !isAll;
  return (
    <>
      <a
        href={href}
        onClick={(event) => {
          event.preventDefault();
          for (const box of boxes()) box.checked = isNext;
          setCount(isNext ? boxes().length : 0);
        }}
      >
        {isNext ? words.all : words.none}
      </a>
      <span role="status" className="bulk-count">
        {count > 0 && words.chosen.replace("[count]", String(count))}
      </span>
    </>
  );
}
