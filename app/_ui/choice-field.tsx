import type { ComponentProps, ReactNode } from "react";
import { type FieldBasics, FieldError, type Option } from "./field";

type ChoiceGroupProps = FieldBasics & {
  options: (Omit<Option, "label"> & { label: ReactNode })[];
  /** Makes the legend the page's heading, where the question is all the page asks. */
  isPageHeading?: boolean;
  kind?: "radio" | "checkbox";
  defaultValue?: string | readonly string[] | undefined;
  /** What react-hook-form's register gives: onChange, onBlur, ref. */
  input?: Omit<ComponentProps<"input">, "name" | "id" | "type">;
};

/** One of several, or some of several: a fieldset whose legend is the question. The first choice has the field's id. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { label, name, words, id = name, hint, error, isOptional, options, isPageHeading, kind = "radio" } = props;
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  const legend = isPageHeading ? <h1 className="text-display mb-2">{label}</h1> : label;
  return (
    <fieldset className="field" data-faulty={error ? true : undefined} aria-describedby={ids || undefined}>
      <legend className="field-label">
        {legend}
        {isOptional && <span className="field-optional"> ({words.optional})</span>}
      </legend>
      {hint && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      <FieldError id={id} error={error} words={words} />
      <div className="choices">
        {options.map((option, index) => (
          <Choice
            key={option.value}
            {...props.input}
            type={kind}
            id={index === 0 ? id : `${id}-${option.value}`}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            disabled={option.isDisabled}
            defaultChecked={isChosen(props.defaultValue, option.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

type ChoiceProps = { id: string; label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<"input">, "id">;

function Choice({ id, label, hint, ...input }: ChoiceProps) {
  return (
    <div className="choice">
      <input {...input} id={id} aria-describedby={hint ? `${id}-of` : undefined} />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <div id={`${id}-of`} className="choice-hint">
          {hint}
        </div>
      )}
    </div>
  );
}

function isChosen(chosen: ChoiceGroupProps["defaultValue"], value: string): boolean | undefined {
  if (chosen === undefined) return undefined;
  return typeof chosen === "string" ? chosen === value : chosen.includes(value);
}
