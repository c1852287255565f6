"use client";

import { type ReactNode, useId, useRef } from "react";
import { Button, type ButtonKind } from "./button";

type DialogProps = {
  /** The button that opens it. */
  opener: string;
  openerKind?: ButtonKind;
  title: string;
  closeLabel: string;
  /** Most often a form with its own buttons. */
  children: ReactNode;
};

/** A question that must be answered before the page goes on. The browser's own dialog: focus goes in, Escape closes, focus returns. */
export function Dialog({ opener, openerKind = "quiet", title, closeLabel, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <Button kind={openerKind} aria-haspopup="dialog" onClick={() => box.current?.showModal()}>
        {opener}
      </Button>
      <dialog ref={box} className="dialog" aria-labelledby={id}>
        <h2 id={id} className="text-lead">
          {title}
        </h2>
        {children}
        <form method="dialog" className="mt-4">
          <Button type="submit" kind="quiet">
            {closeLabel}
          </Button>
        </form>
      </dialog>
    </>
  );
}
