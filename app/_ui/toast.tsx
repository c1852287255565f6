"use client";

import { type ReactNode, useState } from "react";
import { Icon } from "./icon";

/** What was just done, with the way to undo it. Stays until it is closed: nobody reads at a set speed. `undo`: a form with one button. */
export function Toast({ message, undo, closeLabel }: { message: string; undo?: ReactNode; closeLabel: string }) {
  const [isOpen, setOpen] = useState(true);
  return (
    <div role="status">
      {isOpen && (
        <div className="toast">
          <Icon name="check" />
          <p>{message}</p>
          {undo}
          <button type="button" className="toast-close needs-script" onClick={() => setOpen(false)}>
            <Icon name="x" />
            <span className="sr-only">{closeLabel}</span>
          </button>
        </div>
      )}
    </div>
  );
}
