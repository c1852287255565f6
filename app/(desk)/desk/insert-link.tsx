"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/button";

type InsertLinkProps = {
  /** The id of the field where the reply is written. */
  fieldId: string;
  title: string;
  address: string;
  words: { insert: string; inserted: string };
};

/** Puts a guide's title and address where the cursor stands in the reply, and the focus there. */
export function InsertLink({ fieldId, title, address, words }: InsertLinkProps) {
  const [isInserted, setInserted] = useState(false);
  const insert = () => {
    const field = document.getElementById(fieldId);
    if (!(field instanceof HTMLTextAreaElement)) return;
    const { selectionStart: from, selectionEnd: to, value } = field;
    const before = from > 0 && !value.slice(0, from).endsWith("\n") ? "\n" : "";
    field.focus();
    field.setRangeText(`${before}${title}: ${address}\n`, from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    setInserted(true);
  };
  return (
    <span className="needs-script">
      <Button kind="quiet" icon="plus" onClick={insert}>
        {words.insert}
        <span className="sr-only">: {title}</span>
      </Button>
      <span role="status" className="text-ink-quiet">
        {isInserted && ` ${words.inserted}`}
      </span>
    </span>
  );
}
