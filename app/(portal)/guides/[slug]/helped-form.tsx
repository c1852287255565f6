"use client";

import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { type FieldWords, TextArea } from "@/app/_ui/field";
import { useFormAction } from "@/app/_ui/use-form-action";
import type { FormAction } from "@/lib/web/action";

type Word = "heading" | "yes" | "no" | "text" | "textHint" | "send" | "done" | "unreachable" | "busyLabel";

type HelpedFormProps = {
  action: FormAction<unknown>;
  /** Sent along: which guide, and from where one came. */
  about: Record<string, string>;
  text: FieldWords & Record<Word, string>;
};

/** "Hjälpte det här?": yes is one press; no may say what was missing. */
export function HelpedForm({ action, about, text }: HelpedFormProps) {
  const { form, state, failed, isBusy } = useFormAction(action, text.unreachable);
  const hidden = Object.entries(about).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  return (
    <section className="guide-answer" aria-labelledby="helped">
      <h2 id="helped" className="text-lead">
        {text.heading}
      </h2>
      {state?.ok ? (
        <div className="mt-4">
          <Banner tone="success" heading={text.done} />
        </div>
      ) : (
        <div className="guide-answer-ways">
          <form {...form}>
            {hidden}
            <Button type="submit" name="answer" value="yes" icon="check" aria-disabled={isBusy || undefined}>
              {text.yes}
            </Button>
          </form>
          <details>
            <summary>{text.no}</summary>
            <form {...form}>
              {hidden}
              <TextArea
                {...{ name: "text", label: text.text, hint: text.textHint, words: text, rows: 3, isOptional: true }}
                error={failed?.fields.text}
                defaultValue={failed?.values.text?.[0]}
              />
              <div className="button-row">
                <Button type="submit" kind="quiet" name="answer" value="no" aria-disabled={isBusy || undefined}>
                  {isBusy ? text.busyLabel : text.send}
                </Button>
              </div>
            </form>
          </details>
        </div>
      )}
      {failed?.message && <p role="alert">{failed.message}</p>}
    </section>
  );
}
