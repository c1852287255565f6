import type { UseFieldArrayReturn } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import type { FormText } from "./form-text";
import type { FormValues } from "./form-values";

type RecipientRowsProps = {
  rows: UseFieldArrayReturn<FormValues, "recipients">;
  text: Pick<FormText, "recipients" | "field" | "onlyPersonlig">;
  faults: Readonly<Record<string, string>>;
};

/** One e-mail address a row. The buttons are the form's own, so that they also work without script. */
export function RecipientRows({ rows: { fields, append, remove }, text, faults }: RecipientRowsProps) {
  const { legend, hint, label, add, removeWhich } = text.recipients;
  return (
    <fieldset className="field" data-when="others" aria-describedby="recipients-hint">
      <legend className="field-label">{legend}</legend>
      <div id="recipients-hint" className="field-hint">
        {hint} <span className="condition">{text.onlyPersonlig}</span>
      </div>
      {fields.map((field, row) => (
        <div key={field.id} className="recipient-row">
          <TextField
            name={`recipients.${row}.email`}
            id={`recipients.${row}`}
            type="email"
            autoComplete="off"
            spellCheck={false}
            label={label.replace("#", String(row + 1))}
            defaultValue={field.email ?? ""}
            error={faults[`recipients.${row}`]}
            words={text.field}
          />
          {fields.length > 1 && (
            <Button
              type="submit"
              kind="quiet"
              name="intent"
              value={`remove-recipient:${row}`}
              aria-label={removeWhich.replace("#", String(row + 1))}
              onClick={(event) => {
                event.preventDefault();
                remove(row);
              }}
            >
              {text.recipients.remove}
            </Button>
          )}
        </div>
      ))}
      <Button
        type="submit"
        kind="quiet"
        icon="plus"
        name="intent"
        value="add-recipient"
        onClick={(event) => {
          event.preventDefault();
          append({ email: "" });
          requestAnimationFrame(() => document.getElementById(`recipients.${fields.length}`)?.focus());
        }}
      >
        {add}
      </Button>
    </fieldset>
  );
}
