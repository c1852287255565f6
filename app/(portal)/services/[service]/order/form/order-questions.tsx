import { useEffect, useState } from "react";
import type { UseFieldArrayReturn } from "react-hook-form";
import { ChoiceGroup } from "@/app/_ui/choice-field";
import { NumberField, SelectField, TextArea, TextField } from "@/app/_ui/field";
import type { FormValues } from "./form-values";
import { ModelCards } from "./model-cards";
import type { OrderFormProps } from "./order-form";
import { RecipientRows } from "./recipient-rows";

type OrderQuestionsProps = OrderFormProps & { recipients: UseFieldArrayReturn<FormValues, "recipients"> };

/** The questions in their order. What an answer makes needless is hidden by the style sheet, with and without script. */
export function OrderQuestions(props: OrderQuestionsProps) {
  const { asks, answers, faults, text, variants, models } = props;
  const words = text.field;
  return (
    <>
      {asks.variant && (
        <ChoiceGroup
          label={text.variant}
          name="variant"
          options={variants}
          defaultValue={answers.variant}
          error={faults.variant}
          words={words}
        />
      )}
      <ModelCards models={models} text={text} chosen={answers.hardware} error={faults.hardware} />
      <ForWhom {...props} />
      <AtWhoseCost {...props} />
      <TextField
        label={text.deliverTo.label}
        hint={text.deliverTo.hint}
        name="deliverTo"
        width="full"
        autoComplete="off"
        defaultValue={answers.deliverTo}
        error={faults.deliverTo}
        words={words}
      />
      <TextArea
        label={text.note.label}
        hint={text.note.hint}
        name="note"
        isOptional
        defaultValue={answers.note}
        error={faults.note}
        words={words}
      />
    </>
  );
}

function ForWhom({ asks, answers, faults, text, recipients }: OrderQuestionsProps) {
  const words = text.field;
  return (
    <>
      {asks.who && (
        <div data-when="personlig">
          <ChoiceGroup
            label={text.who.label}
            name="who"
            hint={<span className="condition">{text.onlyPersonlig}</span>}
            options={[
              { value: "self", label: text.who.self },
              { value: "others", label: text.who.others },
            ]}
            defaultValue={answers.who}
            error={faults.who}
            words={words}
          />
        </div>
      )}
      {asks.who && <RecipientRows rows={recipients} text={text} faults={faults} />}
      {asks.variant && (
        <div data-when="publik">
          <NumberField
            label={text.quantity.label}
            hint={<span className="condition">{text.onlyPublik}</span>}
            name="quantity"
            suffix={text.quantity.suffix}
            defaultValue={answers.quantity}
            error={faults.quantity}
            words={words}
          />
        </div>
      )}
    </>
  );
}

/** The unit, and a code of its list. With script the list is narrowed to the unit's own. */
function AtWhoseCost({ asks, answers, faults, text, units, codes }: OrderQuestionsProps) {
  const [unit, setUnit] = useState("");
  useEffect(() => {
    // The browser may have filled the field in before the script came.
    setUnit(document.querySelector<HTMLSelectElement>("select[name=unit]")?.value ?? "");
  }, []);
  const listed = asks.unit && unit ? codes.filter((code) => code.unit === unit) : codes;
  const words = text.field;
  return (
    <>
      {asks.unit && (
        <SelectField
          label={text.unit.label}
          hint={text.unit.hint}
          name="unit"
          options={units}
          emptyLabel={text.unit.empty}
          defaultValue={answers.unit}
          onChange={(event) => setUnit(event.currentTarget.value)}
          error={faults.unit}
          words={words}
        />
      )}
      <SelectField
        label={text.costCentre.label}
        hint={text.costCentre.hint}
        name="costCentre"
        options={listed.map(({ unit: _, ...option }) => option)}
        {...(listed.length === 1 ? {} : { emptyLabel: text.costCentre.empty })}
        defaultValue={answers.costCentre}
        error={faults.costCentre}
        words={words}
      />
    </>
  );
}
