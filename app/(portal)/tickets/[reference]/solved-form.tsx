"use client";

import type { ReactNode } from "react";
import { Button, ButtonRow } from "@/app/_ui/button";
import { type FieldWords, TextField } from "@/app/_ui/field";
import { FormNotices, type NoticeWords } from "@/app/_ui/form-notices";
import { useFormAction } from "@/app/_ui/use-form-action";
import type { FormAction } from "@/lib/web/action";

type SolvedFormProps = {
  action: FormAction<unknown>;
  reference: string;
  text: NoticeWords & FieldWords & { line?: string; send: string; busyLabel: string; unreachable: string };
  /** Another way on, beside the button. */
  children?: ReactNode;
};

/** One click ends it; a line on what helped may be left. */
export function SolvedForm({ action, reference, text, children }: SolvedFormProps) {
  const { form, failed, isBusy } = useFormAction(action, text.unreachable);
  return (
    <>
      <FormNotices failed={failed} words={text} />
      <form {...form} id="solved">
        <input type="hidden" name="reference" value={reference} />
        {text.line && (
          <TextField
            label={text.line}
            name="line"
            width="full"
            isOptional
            autoComplete="off"
            defaultValue={failed?.values.line?.[0]}
            error={failed?.fields.line}
            words={text}
          />
        )}
        <ButtonRow>
          <Button type="submit" kind="quiet" icon="check" aria-disabled={isBusy || undefined}>
            {isBusy ? text.busyLabel : text.send}
          </Button>
          {children}
        </ButtonRow>
      </form>
    </>
  );
}
