"use client";

import { ChoiceGroup } from "@/app/_ui/choice-field";
import { DateField } from "@/app/_ui/date-field";
import { type FieldWords, type Option, SelectField, TextArea, TextField } from "@/app/_ui/field";
import { SignatureField, type SignatureWords } from "./signature-field";

type Basics = { name: string; label: string; hint?: string; isOptional?: boolean };

/** A field in finished words, so that a page on the server can describe a form that lives in the browser. */
export type FieldSpec = Basics &
  (
    | { kind: "text"; isMono?: boolean; isFirst?: boolean; value?: string; autoComplete?: string }
    | { kind: "area"; rows?: number; value?: string }
    | { kind: "choice"; options: Option[]; isMultiple?: boolean; chosen?: string[] }
    | { kind: "select"; options: Option[]; emptyLabel?: string; value?: string }
    | { kind: "date"; partLabels: { day: string; month: string; year: string } }
    | { kind: "signature"; words: SignatureWords }
  );

type DeskFieldProps = {
  spec: FieldSpec;
  formId: string;
  words: FieldWords;
  error: string | undefined;
  /** What was typed, by field name; absent before anything was sent. */
  typed: Record<string, string[]> | undefined;
};

/** The id of a field's first control: where the error summary leads. */
export const idOfField = (formId: string, spec: FieldSpec): string =>
  spec.kind === "date" ? spec.name : `${formId}-${spec.name}`;

/** A scanner types where the focus is. */
const first = { autoFocus: true };

export function DeskField({ spec, formId, words, error, typed }: DeskFieldProps) {
  const { name, label, hint, isOptional } = spec;
  const basics = { id: idOfField(formId, spec), name, label, words, error, ...(hint ? { hint } : {}) };
  const field = { ...basics, ...(isOptional ? { isOptional } : {}) };
  const text = typed?.[name]?.[0];
  switch (spec.kind) {
    case "text": {
      const value = text ?? spec.value;
      const mono = spec.isMono ? { isMono: true, autoCapitalize: "characters", spellCheck: false } : {};
      return (
        <TextField
          {...field}
          {...mono}
          {...(spec.isFirst ? first : {})}
          autoComplete={spec.autoComplete ?? "off"}
          defaultValue={value}
        />
      );
    }
    case "area":
      return <TextArea {...field} rows={spec.rows ?? 4} defaultValue={text ?? spec.value} />;
    case "choice":
      return (
        <ChoiceGroup
          {...field}
          kind={spec.isMultiple ? "checkbox" : "radio"}
          options={spec.options}
          defaultValue={typed ? (typed[name] ?? []) : spec.chosen}
        />
      );
    case "select":
      return (
        <SelectField
          {...field}
          {...(spec.emptyLabel === undefined ? {} : { emptyLabel: spec.emptyLabel })}
          options={spec.options}
          defaultValue={text ?? spec.value}
        />
      );
    case "date":
      return <DateField {...field} partLabels={spec.partLabels} defaultValue={datePartsOf(name, typed)} />;
    case "signature":
      return <SignatureField {...field} signatureWords={spec.words} />;
  }
}

function datePartsOf(name: string, typed: DeskFieldProps["typed"]) {
  const part = (key: string) => typed?.[`${name}.${key}`]?.[0] ?? "";
  return { day: part("day"), month: part("month"), year: part("year") };
}
