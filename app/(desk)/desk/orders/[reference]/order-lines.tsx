import type { ReactNode } from "react";
import { describeStatus } from "@/app/_ui/describe-status";
import { Status } from "@/app/_ui/status";
import { TaskList } from "@/app/_ui/task-list";
import type { Context } from "@/lib/base/context";
import { type Translate, translator } from "@/lib/base/language";
import type { OrderView } from "@/lib/orders/queries";
import { momentInWords } from "../../moment";
import { taskRow } from "./task-row";

type Line = OrderView["lines"][number];
type Task = Line["tasks"][number];

type OrderLinesProps = {
  ctx: Context;
  view: OrderView;
  /** Who did a step, by the person's id. */
  names: Map<string, string>;
  level: 2 | 3;
  /** What may be done about a step; absent where one only looks. */
  actOf?: (line: Line, task: Task) => ReactNode;
};

/** Each iPad that was ordered, with the steps on its way to whoever gets it. */
export function OrderLines({ ctx, view, names, level, actOf }: OrderLinesProps) {
  const t = translator(ctx.language);
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="desk-section">
      <Heading className="desk-heading">{t("desk.order.lines", { count: view.lines.length })}</Heading>
      {view.lines.map((line) => (
        <div key={line.id} id={`line-${line.position + 1}`} className="desk-line">
          <LineHead ctx={ctx} line={line} level={level} />
          {line.tasks.length > 0 ? (
            <TaskList
              label={t("desk.line.steps", { name: nameOfLine(line, t) })}
              tasks={line.tasks.map((task) => taskRow({ ctx, line, task, names, act: actOf?.(line, task) }))}
            />
          ) : (
            <p className="text-ink-quiet">{t("desk.order.linesWait")}</p>
          )}
        </div>
      ))}
    </section>
  );
}

function LineHead({ ctx, line, level }: { ctx: Context; line: Line; level: 2 | 3 }) {
  const t = translator(ctx.language);
  const { serialNumber, receivedBy, handedOverAt } = line;
  const Heading = level === 2 ? "h3" : "h4";
  return (
    <div className="desk-line-head">
      <Heading className="font-strong">
        {t("desk.line.heading", { position: line.position + 1, name: nameOfLine(line, t) })}
      </Heading>
      <Status {...describeStatus("lineStatus", line.status, ctx.language)} />
      {serialNumber ? (
        <span className="reference">{serialNumber}</span>
      ) : (
        <span className="text-ink-quiet">{t("desk.line.noSerialNumber")}</span>
      )}
      {receivedBy && handedOverAt && (
        <span className="text-ink-quiet">
          {t("desk.line.received", { name: receivedBy, when: momentInWords(handedOverAt, ctx) })}
        </span>
      )}
    </div>
  );
}

/** The person who gets it; an iPad for several has none. */
export function nameOfLine(line: { recipient: { name: string } | null }, t: Translate): string {
  return line.recipient?.name ?? t("desk.line.shared");
}
