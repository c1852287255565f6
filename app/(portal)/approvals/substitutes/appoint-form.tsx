"use client";

import type { ReactNode } from "react";
import { Button, ButtonLink, ButtonRow } from "@/app/_ui/button";
import { type FieldWords, TextField } from "@/app/_ui/field";
import { FormNotices, type NoticeWords } from "@/app/_ui/form-notices";
import { useFormAction } from "@/app/_ui/use-form-action";
import type { FormAction } from "@/lib/web/action";

const names = ["substitute", "from", "to"] as const;
type Word = (typeof names)[number] | "substituteHint" | "toHint" | "send" | "keep" | "busyLabel" | "unreachable";

type AppointFormProps = {
  action: FormAction<unknown>;
  /** Asked of an administrator alone: who is away. */
  person: { label: string; hint: string; isOptional: boolean } | null;
  /** What was typed before signing in again. */
  typed: Record<string, string[]> | null;
  /** The first day that is offered, "YYYY-MM-DD". */
  today: string;
  wayBack: string;
  text: NoticeWords & FieldWords & Record<Word, string>;
  children: ReactNode;
};

/** Who stands in, from one day to another. */
export function AppointForm({ action, person, typed, today, wayBack, text, children }: AppointFormProps) {
  const { form, failed, isBusy } = useFormAction(action, text.unreachable);
  const field = (name: "person" | (typeof names)[number]) => ({
    ...{ name, words: text, error: failed?.fields[name], autoComplete: "off" },
    defaultValue: (failed?.values ?? typed)?.[name]?.[0] ?? (name === "from" ? today : ""),
  });
  return (
    <>
      <FormNotices failed={failed} words={text} />
      {children}
      <form {...form} id="appoint">
        {person && <TextField {...field("person")} {...person} />}
        <TextField {...field("substitute")} label={text.substitute} hint={text.substituteHint} />
        <TextField {...field("from")} type="date" label={text.from} />
        <TextField {...field("to")} type="date" label={text.to} hint={text.toHint} min={today} />
        <ButtonRow>
          <Button type="submit" aria-disabled={isBusy || undefined}>
            {isBusy ? text.busyLabel : text.send}
          </Button>
          <ButtonLink kind="quiet" href={wayBack}>
            {text.keep}
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}
