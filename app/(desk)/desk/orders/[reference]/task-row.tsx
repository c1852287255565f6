import type { ReactNode } from "react";
import { describeStatus } from "@/app/_ui/describe-status";
import type { TaskRow } from "@/app/_ui/task-list";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { OrderView } from "@/lib/orders/queries";
import { taskFault, taskInWords } from "@/lib/orders/task-words";
import { momentInWords } from "../../moment";

type Line = OrderView["lines"][number];
type Task = Line["tasks"][number];
type Given = { ctx: Context; line: Line; task: Task; names: Map<string, string>; act: ReactNode };

/** A step with what it asked, of whom, the answer, when, and how often it was tried. */
export function taskRow({ ctx, line, task, names, act }: Given): TaskRow {
  const t = translator(ctx.language);
  const { label, detail } = taskInWords({ ...task, line }, ctx.language);
  const by = task.doneById ? names.get(task.doneById) : undefined;
  return {
    key: task.id,
    name: <span id={`task-${task.id}`}>{label}</span>,
    status: describeStatus("taskStatus", task.status, ctx.language),
    who: by ?? t(task.isAutomatic ? "desk.task.who.portal" : "desk.task.who.desk"),
    answer: <TaskAnswer ctx={ctx} line={line} task={task} detail={detail} />,
    ...(act ? { action: act } : {}),
  };
}

function TaskAnswer({ ctx, line, task, detail }: { ctx: Context; line: Line; task: Task; detail: string }) {
  const t = translator(ctx.language);
  const fault = taskFault({ ...task, line }, ctx.language);
  const when = whenOf(ctx, task);
  return (
    <>
      <p>{detail}</p>
      {when && <p>{when}</p>}
      {fault && (
        <details>
          <summary>{t("desk.tasks.technical")}</summary>
          <p>
            <code>{fault.technical}</code>
          </p>
        </details>
      )}
    </>
  );
}

function whenOf(ctx: Context, task: Task): string {
  const t = translator(ctx.language);
  const { status, attempts, nextAttemptAt } = task;
  const hasBegun = status !== "waiting" && status !== "skipped";
  const parts = [
    hasBegun ? t("desk.tasks.when", { status, when: momentInWords(task.at, ctx) }) : "",
    attempts > 1 || (attempts === 1 && status !== "done") ? t("desk.tasks.attempts", { count: attempts }) : "",
    nextAttemptAt ? t("desk.tasks.next", { when: momentInWords(nextAttemptAt, ctx) }) : "",
  ];
  return parts.filter(Boolean).join(" · ");
}
