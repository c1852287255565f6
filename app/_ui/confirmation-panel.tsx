import type { ReactNode } from "react";
import { Icon } from "./icon";

type ConfirmationPanelProps = {
  /** The page's h1: "Beställningen är skickad". */
  heading: string;
  /** "Ditt ärendenummer" and the number itself. */
  reference?: { label: string; number: string };
  children?: ReactNode;
};

/** The receipt: done, and the number to quote. Holds no links. */
export function ConfirmationPanel({ heading, reference, children }: ConfirmationPanelProps) {
  return (
    <div className="confirmation">
      <Icon name="circle-check" />
      <div>
        <h1 className="text-display">{heading}</h1>
        {reference && (
          <p className="confirmation-reference">
            <span>{reference.label}</span> <strong>{reference.number}</strong>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
