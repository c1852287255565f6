import { FieldError, type FieldWords } from "./field";

type DateFieldProps = {
  label: string;
  /** Sends `<name>.day`, `<name>.month`, `<name>.year`; the first part has the name as its id. */
  name: string;
  words: FieldWords;
  partLabels: { day: string; month: string; year: string };
  hint?: string;
  error?: string | undefined;
  isOptional?: boolean;
  defaultValue?: { day?: string; month?: string; year?: string };
};

const parts = ["day", "month", "year"] as const;

/** A date as three small fields, typed in any order of thought; no calendar to aim at. */
export function DateField(props: DateFieldProps) {
  const { label, name, words, partLabels, hint, error, isOptional, defaultValue } = props;
  const ids = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset className="field" data-faulty={error ? true : undefined} aria-describedby={ids || undefined}>
      <legend className="field-label">
        {label}
        {isOptional && <span className="field-optional"> ({words.optional})</span>}
      </legend>
      {hint && (
        <div id={`${name}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      <FieldError id={name} error={error} words={words} />
      <div className="date-parts">
        {parts.map((part) => (
          <label key={part} data-part={part}>
            <span>{partLabels[part]}</span>
            <input
              id={part === "day" ? name : `${name}-${part}`}
              name={`${name}.${part}`}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              className="control"
              aria-invalid={error ? true : undefined}
              defaultValue={defaultValue?.[part]}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
