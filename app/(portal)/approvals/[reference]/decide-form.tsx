"use client";

import type { ReactNode } from "react";
import { Button, ButtonRow } from "@/app/_ui/button";
import { ChoiceGroup } from "@/app/_ui/choice-field";
import { type FieldWords, TextArea } from "@/app/_ui/field";
import { FormNotices, type NoticeWords } from "@/app/_ui/form-notices";
import { useFormAction } from "@/app/_ui/use-form-action";
import type { FormAction } from "@/lib/web/action";

type Word =
  | "decision"
  | "approve"
  | "approveHint"
  | "decline"
  | "reason"
  | "reasonHint"
  | "send"
  | "busyLabel"
  | "unreachable";

type DecideFormProps = {
  action: FormAction<unknown>;
  /** The reference, and the hash of what stands on the page: a change since then is refused. */
  about: Record<string, string>;
  typed: { decision: string; reason: string };
  text: NoticeWords & FieldWords & Record<Word, string>;
  children: ReactNode;
};

/** Yes or no; a no says why. The question of why is shown by the style sheet, with and without script. */
export function DecideForm({ action, about, typed, text, children }: DecideFormProps) {
  const { form, failed, isBusy } = useFormAction(action, text.unreachable);
  const before = (name: "decision" | "reason") => failed?.values[name]?.[0] ?? typed[name];
  return (
    <>
      <FormNotices failed={failed} words={text} />
      {children}
      <form {...form} id="decide" className="decide-form mt-12">
        {Object.entries(about).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <ChoiceGroup
          label={text.decision}
          name="decision"
          options={[
            { value: "approved", label: text.approve, hint: text.approveHint },
            { value: "declined", label: text.decline },
          ]}
          defaultValue={before("decision")}
          error={failed?.fields.decision}
          words={text}
        />
        <div data-when="declined">
          <TextArea
            label={text.reason}
            hint={text.reasonHint}
            name="reason"
            defaultValue={before("reason")}
            error={failed?.fields.reason}
            words={text}
          />
        </div>
        <ButtonRow>
          <Button type="submit" aria-disabled={isBusy || undefined}>
            {isBusy ? text.busyLabel : text.send}
          </Button>
        </ButtonRow>
      </form>
    </>
  );
}
