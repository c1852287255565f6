import type { Context } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import type { DeskDisruption } from "@/lib/disruptions/desk-disruption";
import type { Typed } from "@/lib/web/form-content";
import type { FieldSpec } from "../../desk-field";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { answerAction, endAction, linkAction, updateAction } from "../actions";
import { bothLanguages, nextUpdateFields } from "../moment-fields";

export type ActsProps = { ctx: Context; of: DeskDisruption; typed: Typed | null };

/** What the desk does with a disruption: news first, then one answer to all, then its end. */
export function DisruptionActs({ ctx, of, typed }: ActsProps) {
  const t = translator(ctx.language);
  if (!may(ctx.actor, "disruption:work")) return null;
  const { id, version, endedAt } = of.row;
  const given = { words: deskFormWords(ctx.language), typed };
  const read = { id, version: String(version) };
  return (
    <div className="desk-acts">
      {!endedAt && (
        <DeskForm
          {...given}
          id="update"
          action={updateAction}
          hidden={read}
          fields={[...bothLanguages(ctx, "text", t("disruptions.form.updateText")), ...nextUpdateFields(ctx)]}
          submit={{ label: t("disruptions.form.updateSend") }}
          disclosure={t("disruptions.desk.update")}
        />
      )}
      <DeskForm
        {...given}
        id="answer"
        action={answerAction}
        hidden={{ id, key: newId() }}
        fields={answerFields(ctx, of)}
        submit={{ label: t("disruptions.form.answerSend"), icon: "mail" }}
        disclosure={t("disruptions.desk.answer")}
      />
      {!endedAt && (
        <DeskForm
          {...given}
          id="end"
          action={endAction}
          hidden={{ ...read, key: newId() }}
          fields={[...bothLanguages(ctx, "text", t("disruptions.form.endText")), tellField(ctx)]}
          submit={{ label: t("disruptions.form.endSend"), icon: "check" }}
          disclosure={t("disruptions.desk.end")}
        />
      )}
      <DeskForm
        {...given}
        id="link"
        action={linkAction}
        hidden={{ id }}
        fields={[{ kind: "text", name: "reference", label: t("disruptions.form.linkReference"), isMono: true }]}
        submit={{ label: t("disruptions.form.linkSend") }}
        disclosure={t("disruptions.desk.link")}
      />
    </div>
  );
}

/** Already ticked: whoever waits wants to know. */
function tellField(ctx: Context): FieldSpec {
  const t = translator(ctx.language);
  return {
    ...{ kind: "choice", name: "tellsFollowers", isMultiple: true, isOptional: true, chosen: ["on"] },
    ...{ label: t("disruptions.form.endTell"), options: [{ value: "on", label: t("disruptions.form.endTellYes") }] },
  };
}

function answerFields(ctx: Context, of: DeskDisruption): FieldSpec[] {
  const t = translator(ctx.language);
  const count = of.linked.length + of.hidden;
  const hint = t("disruptions.form.answerHint", { count });
  return [
    ...bothLanguages(ctx, "text", t("disruptions.form.answerText"), hint),
    {
      ...{ kind: "choice", name: "resolvesTickets", isMultiple: true, isOptional: true },
      label: t("disruptions.form.answerResolve"),
      options: [{ value: "on", label: t("disruptions.form.answerResolveYes") }],
    },
  ];
}
