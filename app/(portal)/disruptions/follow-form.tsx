"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { FormAction } from "@/lib/web/action";

type FollowFormProps = {
  action: FormAction<unknown>;
  id: string;
  /** `of` names the disruption to a screen reader, where several stand on a page. */
  words: { meToo: string; of: string; busyLabel: string };
};

/** "Jag har också det här": one press instead of one more ticket. */
export function FollowForm({ action, id, words }: FollowFormProps) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton kind="quiet" icon="users" busyLabel={words.busyLabel}>
        {words.meToo}
        <span className="sr-only">: {words.of}</span>
      </SubmitButton>
      {state && !state.ok && <p role="alert">{state.message}</p>}
    </form>
  );
}
