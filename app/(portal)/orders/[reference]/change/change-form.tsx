"use client";

import type { ReactNode } from "react";
import { Button, ButtonLink, ButtonRow } from "@/app/_ui/button";
import { ChoiceGroup } from "@/app/_ui/choice-field";
import { type FieldWords, type Option, SelectField, TextField } from "@/app/_ui/field";
import { FormNotices, type NoticeWords } from "@/app/_ui/form-notices";
import { useFormAction } from "@/app/_ui/use-form-action";
import type { FormAction } from "@/lib/web/action";

type ChangeFormProps = {
  action: FormAction<unknown>;
  about: Record<string, string>;
  models: Option[];
  codes: Option[];
  values: Record<string, string>;
  wayBack: { href: string; label: string };
  text: NoticeWords &
    FieldWords &
    Record<"hardware" | "costCentre" | "deliverTo" | "deliverToHint" | "send" | "busyLabel" | "unreachable", string>;
  children: ReactNode;
};

/** What may be changed of an order. The version it was read in goes along, so that two changes never mix. */
export function ChangeForm({ action, about, models, codes, values, wayBack, text, children }: ChangeFormProps) {
  const { form, failed, isBusy } = useFormAction(action, text.unreachable);
  const field = (name: "hardware" | "costCentre" | "deliverTo") => ({
    ...{ name, label: text[name], words: text },
    defaultValue: failed?.values[name]?.[0] ?? values[name],
    error: failed?.fields[name],
  });
  return (
    <>
      <FormNotices failed={failed} words={text} />
      {children}
      <form {...form} id="change">
        {Object.entries(about).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <ChoiceGroup {...field("hardware")} options={models} />
        <SelectField {...field("costCentre")} options={codes} />
        <TextField {...field("deliverTo")} hint={text.deliverToHint} width="full" autoComplete="off" />
        <ButtonRow>
          <Button type="submit" aria-disabled={isBusy || undefined}>
            {isBusy ? text.busyLabel : text.send}
          </Button>
          <ButtonLink kind="quiet" href={wayBack.href}>
            {wayBack.label}
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}
