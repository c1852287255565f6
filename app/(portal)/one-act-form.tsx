"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/app/_ui/button";
import type { FormAction } from "@/lib/web/action";

type OneActFormProps = {
  action: FormAction<unknown>;
  /** What the act is about, sent along. */
  field: { name: string; value: string };
  /** Says which one, for a screen reader. */
  label: string;
  children: ReactNode;
};

/** A button that does one thing to one row, and says at the button when it could not. */
export function OneActForm({ action, field, label, children }: OneActFormProps) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send}>
      <input type="hidden" {...field} />
      <Button type="submit" kind="quiet" aria-label={label}>
        {children}
      </Button>
      {state && !state.ok && <p role="alert">{state.message}</p>}
    </form>
  );
}
