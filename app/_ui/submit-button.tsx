"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

type SubmitButtonProps = Omit<ComponentProps<typeof Button>, "type" | "onClick"> & {
  /** Read aloud and shown while the form is on its way, for instance "Skickar …". */
  busyLabel: string;
};

/** Sends the form, once: while it is on its way further clicks do nothing. Without script the order's key does the same. */
export function SubmitButton({ busyLabel, children, ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {pending ? busyLabel : children}
    </Button>
  );
}
