import type { ComponentProps, ReactNode } from "react";
import { Icon } from "./icon";

/** The words every field needs; a page on the server takes them from `fieldWords(language)` and hands them on. */
export type FieldWords = { errorPrefix: string; optional: string };

export type FieldBasics = {
  label: ReactNode;
  name: string;
  words: FieldWords;
  /** Defaults to the name. */
  id?: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Told in words beside the label; everything else is required. */
  isOptional?: boolean;
};

/** As wide as what is expected in it. */
type Width = "short" | "medium" | "full";

type TextFieldProps = FieldBasics & {
  width?: Width;
  /** Reference and serial numbers: drawn so that 0 and O differ. */
  isMono?: boolean;
  suffix?: string;
} & Omit<ComponentProps<"input">, "name" | "id" | "width" | "children">;

export function TextField(props: TextFieldProps) {
  const { label, words, hint, error, isOptional, id = props.name, width = "medium", isMono, suffix, ...input } = props;
  return (
    <Field {...{ label, words, hint, error, isOptional }} id={id}>
      <span className="flex items-center gap-2">
        <input
          type="text"
          {...input}
          {...described(id, props)}
          className={`control ${isMono ? "font-mono" : ""}`}
          data-width={width}
        />
        {suffix && <span className="text-ink-quiet">{suffix}</span>}
      </span>
    </Field>
  );
}

/** Whole numbers. A text input that calls up digits: the browser's own number input changes when scrolled over. */
export function NumberField(props: TextFieldProps) {
  return <TextField width="short" inputMode="numeric" autoComplete="off" {...props} />;
}

type TextAreaProps = FieldBasics & Omit<ComponentProps<"textarea">, "name" | "id" | "children">;

export function TextArea(props: TextAreaProps) {
  const { label, words, hint, error, isOptional, id = props.name, ...area } = props;
  return (
    <Field {...{ label, words, hint, error, isOptional }} id={id}>
      <textarea rows={4} {...area} {...described(id, props)} className="control" data-width="full" />
    </Field>
  );
}

export type Option = { value: string; label: string; hint?: ReactNode; isDisabled?: boolean };

type SelectFieldProps = FieldBasics & {
  options: Option[];
  /** The first, empty choice: "Välj enhet". */
  emptyLabel?: string;
  width?: Width;
} & Omit<ComponentProps<"select">, "name" | "id" | "children">;

export function SelectField(props: SelectFieldProps) {
  const { label, words, hint, error, isOptional, id = props.name, options, emptyLabel, width, ...select } = props;
  return (
    <Field {...{ label, words, hint, error, isOptional }} id={id}>
      <span className="select">
        <select {...select} {...described(id, props)} className="control" data-width={width ?? "medium"}>
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" />
      </span>
    </Field>
  );
}

type FieldProps = Omit<FieldBasics, "name" | "id" | "isOptional"> & {
  id: string;
  isOptional?: boolean | undefined;
  children: ReactNode;
};

/** Label, hint and error around any single control that has this id and `described(id, …)`. */
export function Field({ label, words, hint, error, isOptional, id, children }: FieldProps) {
  return (
    <div className="field" data-faulty={error ? true : undefined}>
      <label htmlFor={id} className="field-label">
        {label}
        {isOptional && <span className="field-optional"> ({words.optional})</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      <FieldError id={id} error={error} words={words} />
      {children}
    </div>
  );
}

export function FieldError({ id, error, words }: { id: string; error?: string | undefined; words: FieldWords }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="field-error">
      <Icon name="circle-alert" />
      <span>
        <span className="sr-only">{words.errorPrefix} </span>
        {error}
      </span>
    </p>
  );
}

/** The attributes that tie a control to its label, hint and error. */
export function described(id: string, { name, hint, error, isOptional }: Omit<FieldBasics, "label" | "words">) {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    name,
    "aria-required": isOptional ? undefined : true,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": ids || undefined,
  } as const;
}
