import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { Answer } from "@/lib/desk/list-answers";
import type { FieldSpec } from "../desk-field";
import { DeskForm } from "../desk-form";
import { deskFormWords } from "../desk-form-words";
import { removeAnswerAction, saveAnswerAction } from "./actions";

type AnswerFormProps = { ctx: Context; answer: Answer | undefined; mayShare: boolean };

/** A new answer, or one that is there; everyone's by those who set up the desk. */
export function AnswerForm({ ctx, answer, mayShare }: AnswerFormProps) {
  const t = translator(ctx.language);
  const words = deskFormWords(ctx.language);
  const whose = (["shared", "own"] as const).map((value) => ({ value, label: t(`deskTicket.answers.${value}`) }));
  const fields: FieldSpec[] = [
    { kind: "text", name: "name", label: t("deskTicket.answers.name"), value: answer?.name ?? "" },
    { kind: "area", name: "sv", label: t("deskTicket.answers.sv"), rows: 6, value: answer?.sv ?? "" },
    {
      ...{ kind: "area", name: "en", label: t("deskTicket.answers.en"), rows: 6, value: answer?.en ?? "" },
      ...{ hint: t("deskTicket.answers.enHint"), isOptional: true },
    },
  ];
  const isShared = answer?.isShared ? "shared" : "own";
  if (mayShare)
    fields.push({
      ...{ kind: "choice", name: "isShared", label: t("deskTicket.answers.isShared"), options: whose },
      chosen: [answer ? isShared : "shared"],
    });
  const hidden = { ...(answer ? { id: answer.id } : {}), ...(mayShare ? {} : { isShared: "own" }) };
  return (
    <section className="desk-section" aria-labelledby="answer-heading">
      <h2 id="answer-heading" className="desk-heading">
        {answer ? t("deskTicket.answers.editing", { name: answer.name }) : t("deskTicket.answers.new")}
      </h2>
      <DeskForm
        id="answer"
        action={saveAnswerAction}
        hidden={hidden}
        fields={fields}
        submit={{ label: t("deskTicket.answers.save") }}
        words={words}
      />
      {answer && (
        <>
          <DeskForm
            id="remove-answer"
            action={removeAnswerAction}
            hidden={{ id: answer.id }}
            submit={{ label: t("deskTicket.answers.remove"), kind: "quiet" }}
            words={words}
          />
          <p>
            <a href={routes.deskAnswers()}>{t("deskTicket.answers.cancel")}</a>
          </p>
        </>
      )}
    </section>
  );
}
