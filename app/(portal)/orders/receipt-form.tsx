"use client";

import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { FormNotices, type NoticeWords } from "@/app/_ui/form-notices";
import { useFormAction } from "@/app/_ui/use-form-action";
import type { FormAction } from "@/lib/web/action";

type ReceiptFormProps = {
  action: FormAction<unknown>;
  reference: string;
  /** Something has been handed over that is not confirmed. */
  isOpen: boolean;
  text: NoticeWords & { confirm: string; done: string; busyLabel: string; unreachable: string };
};

/** "Jag har fått den". Stays when it is done, to say so. */
export function ReceiptForm({ action, reference, isOpen, text }: ReceiptFormProps) {
  const { form, state, failed, isBusy } = useFormAction(action, text.unreachable);
  return (
    <>
      <FormNotices failed={failed} words={text} />
      {state?.ok && <Banner tone="success" heading={text.done} />}
      {isOpen && !state?.ok && (
        <form {...form}>
          <input type="hidden" name="reference" value={reference} />
          <Button type="submit" icon="check" aria-disabled={isBusy || undefined}>
            {isBusy ? text.busyLabel : text.confirm}
          </Button>
        </form>
      )}
    </>
  );
}
