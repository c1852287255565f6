"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_ui/banner";
import { ButtonRow } from "@/app/_ui/button";
import { ChoiceGroup } from "@/app/_ui/choice-field";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { type FieldWords, NumberField, type Option, TextField } from "@/app/_ui/field";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { FormAction } from "@/lib/web/action";
import type { Typed } from "@/lib/web/form-content";

export type TokenWords = {
  made: string;
  madeText: string;
  name: string;
  nameHint: string;
  scopes: string;
  days: string;
  daysUnit: string;
  make: string;
  heading: string;
  titlePrefix: string;
  busyLabel: string;
  field: FieldWords;
};

type MakeTokenFormProps = {
  action: FormAction<{ token: string }>;
  scopes: Option[];
  typed: Typed | null;
  words: TokenWords;
};

/** The key is in the answer alone: it is shown here, and gone with the page. */
export function MakeTokenForm({ action, scopes, typed, words }: MakeTokenFormProps) {
  const [state, send] = useActionState(action, null);
  const failed = state && !state.ok ? state : null;
  const fields = failed?.fields ?? {};
  const values = failed?.values ?? typed ?? {};
  const faults = Object.entries(fields).map(([field, text]) => ({ field: field.split(".")[0] ?? field, text }));
  const all = failed && faults.length === 0 && failed.message ? [{ field: "name", text: failed.message }] : faults;
  return (
    <>
      {state?.ok && (
        <Banner tone="success" heading={words.made}>
          <p>{words.madeText}</p>
          <p>
            <code className="font-mono break-all">{state.value.token}</code>
          </p>
        </Banner>
      )}
      <form id="make-token" action={send} noValidate className="form">
        <ErrorSummary heading={words.heading} titlePrefix={words.titlePrefix} faults={all} />
        <TextField
          label={words.name}
          hint={words.nameHint}
          name="name"
          autoComplete="off"
          defaultValue={values.name?.[0]}
          error={fields.name}
          words={words.field}
        />
        <ChoiceGroup
          kind="checkbox"
          label={words.scopes}
          name="scopes"
          options={scopes}
          defaultValue={values.scopes ?? ["read"]}
          error={fields.scopes}
          words={words.field}
        />
        <NumberField
          label={words.days}
          name="days"
          suffix={words.daysUnit}
          defaultValue={values.days?.[0] ?? "90"}
          error={fields.days}
          words={words.field}
        />
        <ButtonRow>
          <SubmitButton busyLabel={words.busyLabel}>{words.make}</SubmitButton>
        </ButtonRow>
      </form>
    </>
  );
}
