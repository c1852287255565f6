import { Field, TextArea } from "@/app/_ui/field";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { deskFormWords } from "../../../desk-form-words";
import { previewSerialNumbersAction } from "./actions";

/** A list pasted or sent by the supplier; it is shown before anything is saved. */
export function SeveralForm({ ctx, reference }: { ctx: Context; reference: string }) {
  const t = translator(ctx.language);
  const words = deskFormWords(ctx.language);
  return (
    <section className="desk-section" aria-labelledby="several">
      <h2 id="several" className="desk-heading">
        {t("desk.serial.several")}
      </h2>
      <form action={previewSerialNumbersAction} className="desk-form">
        <input type="hidden" name="reference" value={reference} />
        <TextArea
          label={t("desk.serial.area")}
          name="list"
          words={words}
          rows={6}
          spellCheck={false}
          autoComplete="off"
          isOptional
        />
        <Field label={t("desk.serial.file")} hint={t("desk.serial.fileHint")} id="file" words={words} isOptional>
          <input
            id="file"
            name="file"
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            aria-describedby="file-hint"
            className="control"
            data-width="medium"
          />
        </Field>
        <div className="button-row">
          <SubmitButton kind="quiet" busyLabel={words.busyLabel}>
            {t("desk.serial.preview")}
          </SubmitButton>
        </div>
      </form>
    </section>
  );
}
