"use client";

import { useState } from "react";
import { Icon } from "./icon";

/** A number with a button that copies it. Without script the button is not there. */
export function CopyReference({ number, labels }: { number: string; labels: { copy: string; copied: string } }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <span className="copy-reference">
      <span className="reference">{number}</span>
      <button
        type="button"
        className="copy-button needs-script"
        onClick={() => navigator.clipboard.writeText(number).then(() => setCopied(true))}
      >
        <Icon name={isCopied ? "check" : "copy"} />
        <span>{labels.copy}</span>
      </button>
      <span role="status" className="copy-told">
        {isCopied ? labels.copied : ""}
      </span>
    </span>
  );
}
