"use client";

import type { ReactNode } from "react";
import { Button, ButtonRow } from "@/app/_ui/button";
import { FormNotices, type NoticeWords } from "@/app/_ui/form-notices";
import { useFormAction } from "@/app/_ui/use-form-action";
import type { FormAction } from "@/lib/web/action";

type PlaceFormProps = {
  action: FormAction<unknown>;
  /** Null where a rule stands in the way: then there is nothing to send. */
  draft: string | null;
  text: NoticeWords & { send: string; busyLabel: string; unreachable: string };
  children: ReactNode;
};

/** "Skicka beställningen". The draft's id makes a second click, a reload or a way back the same order. */
export function PlaceForm({ action, draft, text, children }: PlaceFormProps) {
  const { form, failed, isBusy } = useFormAction(action, text.unreachable);
  return (
    <>
      <FormNotices failed={failed} words={text} />
      {children}
      {draft && (
        <form {...form}>
          <input type="hidden" name="draft" value={draft} />
          <ButtonRow>
            <Button type="submit" aria-disabled={isBusy || undefined}>
              {isBusy ? text.busyLabel : text.send}
            </Button>
          </ButtonRow>
        </form>
      )}
    </>
  );
}
