"use client";

import { unstable_rethrow } from "next/navigation";
import { type FormEvent, startTransition, useActionState, useState } from "react";
import type { ActionState, FormAction } from "@/lib/web/action";

/**
 * A form that a server action answers, with or without script. With script a lost connection is an answer too, so that what was
 * typed stays where it is; `unreachable` is its sentence. `form` goes on the form element.
 */
export function useFormAction<T>(action: FormAction<T>, unreachable: string) {
  const [posted, post] = useActionState(action, null);
  const [answer, setAnswer] = useState<ActionState<T> | null>(null);
  const [isBusy, setBusy] = useState(false);

  const send = (form: FormData) => {
    if (isBusy) return;
    setBusy(true);
    startTransition(async () => {
      try {
        setAnswer(await action(null, form));
      } catch (fault) {
        // Next sends the browser on by throwing.
        unstable_rethrow(fault);
        setAnswer({ ok: false, message: unreachable, fields: {}, values: {} });
      } finally {
        setBusy(false);
      }
    });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(sentBy(event));
  };
  const state = answer ?? posted;
  return {
    state,
    failed: state && !state.ok ? state : null,
    isBusy,
    send,
    form: { action: post, onSubmit, noValidate: true },
  };
}

/** What the form sends, with the button that sent it. */
export function sentBy(event: FormEvent<HTMLFormElement>): FormData {
  const { submitter } = event.nativeEvent as SubmitEvent;
  return new FormData(event.currentTarget, submitter);
}
