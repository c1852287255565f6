"use client";

import { useActionState } from "react";
import { Button, ButtonRow } from "@/app/_ui/button";
import { ChoiceGroup } from "@/app/_ui/choice-field";
import type { FieldWords, Option } from "@/app/_ui/field";
import type { FormAction } from "@/lib/web/action";

type LanguageFormProps = {
  action: FormAction<unknown>;
  options: Option[];
  current: string;
  label: string;
  save: string;
  words: FieldWords;
};

export function LanguageForm({ action, options, current, label, save, words }: LanguageFormProps) {
  const [state, send] = useActionState(action, null);
  const error = state && !state.ok ? state.message : undefined;
  return (
    <form action={send} noValidate>
      <ChoiceGroup {...{ label, options, words, error }} name="language" defaultValue={current} />
      <ButtonRow>
        <Button type="submit" kind="quiet">
          {save}
        </Button>
      </ButtonRow>
    </form>
  );
}
