"use client";

import { ChoiceGroup } from "@/app/_ui/choice-field";
import { type FieldWords, type Option, SelectField, TextField } from "@/app/_ui/field";
import { FormNotices, type NoticeWords } from "@/app/_ui/form-notices";
import { SubmitButton } from "@/app/_ui/submit-button";
import { useFormAction } from "@/app/_ui/use-form-action";
import type { FormAction } from "@/lib/web/action";
import type { ChecklistWords } from "./checklist-words";

type Item = { key: string; text: string; isRequired: boolean };
type Kept = { slug: string; version: number; name: string; category: string | null; items: Item[]; holdsBack: boolean };

type ChecklistFormProps = {
  action: FormAction<unknown>;
  /** Null: a new one. */
  checklist: Kept | null;
  categories: Option[];
  words: ChecklistWords & NoticeWords & { busyLabel: string; field: FieldWords };
};

const formId = "checklist";

/** A name, what it holds for, and a row for each item with whether it must be done. */
export function ChecklistForm({ action, checklist, categories, words }: ChecklistFormProps) {
  const { form, failed, isBusy } = useFormAction(action, words.unreachable);
  const typed = failed && Object.keys(failed.values).length > 0 ? failed.values : null;
  const about = (name: string) => ({ id: `${formId}-${name}`, name, words: words.field, error: failed?.fields[name] });
  const text = (name: string, kept: string) => typed?.[name]?.[0] ?? kept;
  const ticked = (name: string, isKept: boolean) => (typed ? name in typed : isKept);
  return (
    <form id={formId} {...form} className="desk-form">
      <FormNotices failed={failed} words={words} prefix={`${formId}-`} />
      {checklist && <input type="hidden" name="slug" value={checklist.slug} />}
      <input type="hidden" name="basedOn" value={checklist?.version ?? 0} />
      <TextField {...about("name")} label={words.name} defaultValue={text("name", checklist?.name ?? "")} />
      <SelectField
        {...about("category")}
        label={words.category}
        emptyLabel={words.everyTicket}
        options={categories}
        isOptional
        defaultValue={text("category", checklist?.category ?? "")}
      />
      <fieldset className="field" aria-describedby={`${formId}-items-hint`}>
        <legend className="field-label">{words.itemsHeading}</legend>
        <div id={`${formId}-items-hint`} className="field-hint">
          {words.itemsHint}
        </div>
        {words.items.map((label, n) => {
          const { key, text: kept, isRequired } = checklist?.items[n] ?? { key: "", text: "", isRequired: false };
          const [name, required] = [`items.${n}.text`, `items.${n}.isRequired`];
          return (
            <div key={label} className="setup-item">
              <input type="hidden" name={`items.${n}.key`} value={key} />
              <TextField
                {...about(name)}
                width="full"
                label={label}
                isOptional={n > 0}
                autoComplete="off"
                defaultValue={text(name, kept)}
              />
              <label className="setup-required">
                <input type="checkbox" name={required} value="true" defaultChecked={ticked(required, isRequired)} />
                <span>{words.isRequired}</span>
                <span className="sr-only">: {label}</span>
              </label>
            </div>
          );
        })}
      </fieldset>
      <ChoiceGroup
        {...about("holdsBack")}
        kind="checkbox"
        label={words.holds}
        hint={words.holdsHint}
        isOptional
        options={[{ value: "true", label: words.holdsYes }]}
        defaultValue={ticked("holdsBack", checklist?.holdsBack ?? false) ? ["true"] : []}
      />
      <div className="button-row">
        <SubmitButton busyLabel={words.busyLabel} aria-disabled={isBusy || undefined}>
          {words.save}
        </SubmitButton>
      </div>
    </form>
  );
}
