"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Banner } from "@/app/_ui/banner";
import { Button, type ButtonKind, ButtonLink, ButtonRow } from "@/app/_ui/button";
import { type FieldWords, TextArea } from "@/app/_ui/field";
import { FormNotices, type NoticeWords } from "@/app/_ui/form-notices";
import { useFormAction } from "@/app/_ui/use-form-action";
import type { FormAction } from "@/lib/web/action";

type TextFormProps = {
  id: string;
  action: FormAction<unknown>;
  /** Sent along: what the text is about. */
  about: Record<string, string>;
  name: string;
  text: NoticeWords &
    FieldWords & {
      label: string;
      hint?: string;
      send: string;
      busyLabel: string;
      unreachable: string;
      /** Told when it is done, where the page stays. */
      done?: string;
    };
  kind?: ButtonKind;
  /** What was typed before signing in again. */
  typed?: string | undefined;
  wayBack?: { href: string; label: string };
  /** The page's heading: a summary of faults comes above it. */
  children?: ReactNode;
};

/** One text to write and send. */
export function TextForm({ id, action, about, name, text, kind, typed, wayBack, children }: TextFormProps) {
  const { form, state, failed, isBusy } = useFormAction(action, text.unreachable);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state?.ok) box.current?.reset();
  }, [state]);
  return (
    <>
      <FormNotices failed={failed} words={text} />
      {children}
      {state?.ok && text.done && <Banner tone="success" heading={text.done} />}
      <form {...form} ref={box} id={id}>
        {Object.entries(about).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <TextArea
          label={text.label}
          hint={text.hint}
          name={name}
          defaultValue={failed?.values[name]?.[0] ?? typed}
          error={failed?.fields[name]}
          words={text}
        />
        <ButtonRow>
          <Button type="submit" {...(kind ? { kind } : {})} aria-disabled={isBusy || undefined}>
            {isBusy ? text.busyLabel : text.send}
          </Button>
          {wayBack && (
            <ButtonLink kind="quiet" href={wayBack.href}>
              {wayBack.label}
            </ButtonLink>
          )}
        </ButtonRow>
      </form>
    </>
  );
}
