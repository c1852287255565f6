"use client";

import type { ReactNode } from "react";
import { Button, ButtonRow } from "@/app/_ui/button";
import { FormNotices, type NoticeWords } from "@/app/_ui/form-notices";
import { useFormAction } from "@/app/_ui/use-form-action";
import type { FormAction } from "@/lib/web/action";

type StepFormProps = {
  action: FormAction<unknown>;
  draft: string | undefined;
  text: NoticeWords & { send: string; save?: string; busyLabel: string; unreachable: string };
  children: ReactNode;
};

/** One question and its button. The fields are made on the server, which also judges them: what it finds comes with the next page. */
export function StepForm({ action, draft, text, children }: StepFormProps) {
  const { form, failed, isBusy } = useFormAction(action, text.unreachable);
  return (
    <>
      <FormNotices failed={failed} words={text} />
      <form {...form} id="report" className="report-form">
        {draft && <input type="hidden" name="draft" value={draft} />}
        {children}
        <ButtonRow>
          <Button type="submit" name="intent" value="next" aria-disabled={isBusy || undefined}>
            {isBusy ? text.busyLabel : text.send}
          </Button>
          {text.save && (
            <Button type="submit" kind="quiet" name="intent" value="save">
              {text.save}
            </Button>
          )}
        </ButtonRow>
      </form>
    </>
  );
}
