"use client";

import type { ReactNode } from "react";
import { Banner } from "@/app/_ui/banner";
import { Button, ButtonRow } from "@/app/_ui/button";
import { ChoiceGroup } from "@/app/_ui/choice-field";
import { type FieldWords, TextArea } from "@/app/_ui/field";
import { FormNotices, type NoticeWords } from "@/app/_ui/form-notices";
import { useFormAction } from "@/app/_ui/use-form-action";
import type { Rating } from "@/db/words";
import type { FormAction } from "@/lib/web/action";

type RateFormProps = {
  action: FormAction<unknown>;
  reference: string;
  given: { rating: Rating; text: string } | null;
  text: NoticeWords &
    FieldWords & {
      question: string;
      comment: string;
      /** Made on the server, with its face. */
      ratings: { value: Rating; label: ReactNode }[];
      send: string;
      done: string;
      until: string;
      busyLabel: string;
      unreachable: string;
    };
};

/** "Blev det bra?" Three faces, each with its word, and a line for who wants to say more. */
export function RateForm({ action, reference, given, text }: RateFormProps) {
  const { form, state, failed, isBusy } = useFormAction(action, text.unreachable);
  return (
    <>
      <FormNotices failed={failed} words={text} />
      {state?.ok && <Banner tone="success" heading={text.done} />}
      <form {...form} id="rate">
        <input type="hidden" name="reference" value={reference} />
        <ChoiceGroup
          label={text.question}
          name="rating"
          hint={given ? text.until : undefined}
          options={text.ratings}
          defaultValue={failed?.values.rating?.[0] ?? given?.rating}
          error={failed?.fields.rating}
          words={text}
        />
        <TextArea
          label={text.comment}
          name="text"
          rows={2}
          isOptional
          defaultValue={failed?.values.text?.[0] ?? given?.text}
          error={failed?.fields.text}
          words={text}
        />
        <ButtonRow>
          <Button type="submit" aria-disabled={isBusy || undefined}>
            {isBusy ? text.busyLabel : text.send}
          </Button>
        </ButtonRow>
      </form>
    </>
  );
}
