"use client";

import { type ReactNode, useActionState } from "react";
import { Banner } from "@/app/_ui/banner";
import type { ButtonKind } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import type { IconName } from "@/app/_ui/icon";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { ActionState, FormAction } from "@/lib/web/action";
import { DeskField, type FieldSpec, idOfField } from "./desk-field";
import type { DeskFormWords } from "./desk-form-words";
import { SeenInputs, SinceSeen, type SinceSeenProps, useFreshAfter } from "./since-seen";

type DeskFormProps = {
  id: string;
  action: FormAction<unknown>;
  /** What the form is about; sent along, never shown. */
  hidden: Record<string, string | string[]>;
  fields?: FieldSpec[];
  /** `of` completes the button's name where several look the same: "Försök igen: Hitta enheten i MDM". */
  submit: { label: string; kind?: ButtonKind; icon?: IconName; of?: string };
  words: DeskFormWords;
  /** The summary behind which the form waits until it is asked for. */
  disclosure?: string;
  /** What was typed before the session ended. */
  typed?: Record<string, string[]> | null;
  /** What its object was when the page was made: where it has changed before the form is sent, both values are shown. */
  seen?: SinceSeenProps["seen"];
  /** The act's name for keyboard and palette, on what begins it. */
  dataKey?: string;
  children?: ReactNode;
};

const stale = "errors.versionMismatch";

/** One act of the desk as a form: works without script, keeps what was typed, and says what went wrong above its fields. */
export function DeskForm(props: DeskFormProps) {
  const { id, action, hidden, fields = [], submit, words, disclosure, seen, dataKey, children } = props;
  const [state, send] = useActionState<ActionState | null, FormData>(action, null);
  const before = props.typed?.formId?.[0] === id ? props.typed : undefined;
  const typed = state && !state.ok ? state.values : before;
  const errors = state && !state.ok ? state.fields : {};
  const isStale = seen !== undefined && state !== null && !state.ok && state.code === stale;
  useFreshAfter(isStale ? state : null);
  const form = (
    <form id={id} action={send} className="desk-form" noValidate>
      {isStale ? (
        <SinceSeen seen={seen} before={typed} />
      ) : (
        <Faults state={state} fields={fields} formId={id} words={words} />
      )}
      {children}
      <HiddenFields values={{ ...hidden, formId: id }} />
      {seen && <SeenInputs seen={seen} />}
      {fields.map((spec) => (
        <DeskField key={spec.name} spec={spec} formId={id} words={words} error={errors[spec.name]} typed={typed} />
      ))}
      <div className="button-row">
        <SubmitButton
          kind={submit.kind ?? "primary"}
          busyLabel={words.busyLabel}
          {...iconOf(submit.icon)}
          {...(disclosure ? {} : keyOf(dataKey))}
        >
          {isStale ? seen.again : submit.label}
          {submit.of && <span className="sr-only">: {submit.of}</span>}
        </SubmitButton>
      </div>
    </form>
  );
  if (!disclosure) return form;
  return (
    <details className="desk-act" open={typed !== undefined || undefined}>
      <summary {...keyOf(dataKey)}>{disclosure}</summary>
      {form}
    </details>
  );
}

const iconOf = (icon: IconName | undefined) => (icon ? { icon } : {});

const keyOf = (act: string | undefined) => (act ? { "data-key": act } : {});

function HiddenFields({ values }: { values: DeskFormProps["hidden"] }) {
  return Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((each) => <input key={`${name} ${each}`} type="hidden" name={name} value={each} />),
  );
}

type FaultsProps = { state: ActionState | null; fields: FieldSpec[]; formId: string; words: DeskFormWords };

/** Faults at fields as a summary that links to them; whatever else went wrong as a sentence. */
function Faults({ state, fields, formId, words }: FaultsProps) {
  if (!state || state.ok || state.message === "") return null;
  const faults = fields.flatMap((spec) => {
    const text = state.fields[spec.name];
    return text ? [{ field: idOfField(formId, spec), text }] : [];
  });
  if (faults.length > 0)
    return <ErrorSummary heading={words.heading} titlePrefix={words.titlePrefix} faults={faults} />;
  const other = Object.values(state.fields);
  return <Banner tone="problem" heading={other.length > 0 ? other.join(" ") : state.message} />;
}
