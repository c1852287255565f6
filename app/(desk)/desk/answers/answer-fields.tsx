import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { answerFields } from "@/lib/desk/fill-answer";

/** What an answer may leave open, and what stands there when it is sent. */
export function AnswerFields({ ctx }: { ctx: Context }) {
  const t = translator(ctx.language);
  return (
    <section className="desk-section" aria-labelledby="fields">
      <h2 id="fields" className="desk-heading">
        {t("deskTicket.answers.fields")}
      </h2>
      <dl className="answer-fields">
        {answerFields.map((field) => (
          <div key={field}>
            <dt>
              <code>{`{{${field}}}`}</code>
            </dt>
            <dd>{t(`deskTicket.answers.field.${field}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
