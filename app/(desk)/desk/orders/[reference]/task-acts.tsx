import { ButtonLink } from "@/app/_ui/button";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { OrderView } from "@/lib/orders/queries";
import { checklist, isUnblocked } from "@/lib/orders/status";
import type { Typed } from "@/lib/web/form-content";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { completeByHandAction, preconfigureAction, retryTaskAction } from "./actions";
import { nameOfLine } from "./order-lines";

type Line = OrderView["lines"][number];
type Task = Line["tasks"][number];
type TaskActsProps = { ctx: Context; view: OrderView; line: Line; task: Task; typed: Typed | null };

/** What an agent may do about one step; nothing where the portal or the order's turn says otherwise. */
export function taskActs(props: TaskActsProps) {
  const { view, line, task } = props;
  const isWorked = ["preparing", "ready", "cancelled"].includes(view.order.status);
  if (!isWorked || task.status === "done" || task.status === "skipped" || task.status === "running") return null;
  if (task.kind === "preconfigure" && isUnblocked(task, line.tasks)) return <ChecklistForm {...props} />;
  if (task.kind === "hand_over") return line.status === "ready" ? <HandOverLink {...props} /> : null;
  const isStopped = task.isAutomatic && (task.status === "failed" || task.nextAttemptAt !== null);
  return isStopped ? <StoppedForms {...props} /> : null;
}

function HandOverLink({ ctx, view }: TaskActsProps) {
  return (
    <ButtonLink kind="quiet" href={routes.deskHandOver(view.order.reference)}>
      {translator(ctx.language)("desk.acts.handOver")}
    </ButtonLink>
  );
}

/** The step's name and whose it is: what tells equal buttons apart. */
function ofStep({ ctx, line, task }: TaskActsProps): string {
  const t = translator(ctx.language);
  return `${t(`desk.task.label.${task.kind}`)}, ${nameOfLine(line, t)}`;
}

function StoppedForms(props: TaskActsProps) {
  const { ctx, view, task, typed } = props;
  const t = translator(ctx.language);
  const hidden = { reference: view.order.reference, taskId: task.id };
  const words = deskFormWords(ctx.language);
  const first = view.order.tasks.find((each) => each.status === "failed");
  const note = {
    kind: "text",
    name: "note",
    label: t("desk.acts.byHandNote"),
    hint: t("desk.acts.byHandHint"),
  } as const;
  return (
    <>
      <DeskForm
        id={`retry-${task.id}`}
        action={retryTaskAction}
        hidden={hidden}
        submit={{
          ...{ label: t("desk.acts.retry"), icon: "rotate-ccw", of: ofStep(props) },
          kind: first?.id === task.id && !view.pause ? "primary" : "quiet",
        }}
        words={words}
      />
      <DeskForm
        id={`by-hand-${task.id}`}
        action={completeByHandAction}
        hidden={hidden}
        fields={[note]}
        submit={{ label: t("desk.acts.byHandSubmit"), kind: "quiet", of: ofStep(props) }}
        words={words}
        disclosure={t("desk.acts.byHand")}
        typed={typed}
      />
    </>
  );
}

function ChecklistForm(props: TaskActsProps) {
  const { ctx, view, task, typed } = props;
  const t = translator(ctx.language);
  const options = checklist.map((value) => ({ value, label: t(`desk.checklist.${value}`) }));
  return (
    <DeskForm
      id={`checklist-${task.id}`}
      action={preconfigureAction}
      hidden={{ reference: view.order.reference, taskId: task.id }}
      fields={[
        {
          ...{ kind: "choice", name: "checklist", isMultiple: true, options },
          label: t("desk.acts.checklistLegend"),
        },
      ]}
      submit={{ label: t("desk.acts.checklistSubmit"), kind: "quiet", of: ofStep(props) }}
      words={deskFormWords(ctx.language)}
      disclosure={t("desk.acts.checklist")}
      typed={typed}
    />
  );
}
