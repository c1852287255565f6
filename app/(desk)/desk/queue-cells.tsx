import type { ReactNode } from "react";
import { describeStatus } from "@/app/_ui/describe-status";
import { PromiseSpark } from "@/app/_ui/promise-spark";
import { Status } from "@/app/_ui/status";
import { stripDays } from "@/app/_ui/strip-days";
import type { Context } from "@/lib/base/context";
import { localDate } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import type { ColumnName } from "@/lib/desk/queue-column-names";
import { clockInWords } from "@/lib/orders/clock-words";
import type { QueueRow } from "@/lib/tickets/list-queue";
import { dueInWords, whenInWords } from "./due-words";

/** A cell of the queue; the categories' names are known by path. */
export type CellContext = { ctx: Context; categories: ReadonlyMap<string, string> };

/** How each column is drawn; `isLong` is cut off where the row is full. */
export const cells: Record<ColumnName, { cell: (row: QueueRow, about: CellContext) => ReactNode; isLong?: true }> = {
  requester: {
    isLong: true,
    cell: (row, { ctx }) => row.requester ?? <Quiet>{translator(ctx.language)("queue.row.protected")}</Quiet>,
  },
  unit: { isLong: true, cell: (row) => row.unit },
  queue: {
    isLong: true,
    cell: (row, { ctx }) => (
      <>
        {row.queue} <Quiet>{translator(ctx.language)("queue.row.line", { line: row.line })}</Quiet>
      </>
    ),
  },
  status: { cell: (row, { ctx }) => <RowStatus ctx={ctx} row={row} /> },
  assignee: {
    isLong: true,
    cell: (row, { ctx }) => {
      const t = translator(ctx.language);
      if (row.isMine) return <strong className="queue-mine">{t("queue.row.me")}</strong>;
      return row.assignee ?? <Quiet>{t("queue.row.nobody")}</Quiet>;
    },
  },
  priority: { cell: (row, { ctx }) => <Priority ctx={ctx} priority={row.priority} /> },
  due: { cell: (row, { ctx }) => <Due ctx={ctx} row={row} /> },
  received: { cell: (row, { ctx }) => whenInWords(ctx, row.receivedAt) },
  category: { isLong: true, cell: (row, { categories }) => categories.get(row.category) ?? row.category },
  type: { cell: (row, { ctx }) => translator(ctx.language)(`words.ticketType.${row.type}`) },
  channel: { cell: (row, { ctx }) => translator(ctx.language)(`words.channel.${row.channel}`) },
  device: { cell: (row) => row.device && <span className="font-mono">{row.device}</span> },
};

const Quiet = ({ children }: { children: ReactNode }) => <span className="text-ink-quiet">{children}</span>;

export function RowStatus({ ctx, row }: { ctx: Context; row: QueueRow }) {
  const t = translator(ctx.language);
  if (row.hasFailedTask) return <Status tone="broken">{t("queue.row.failed")}</Status>;
  if (row.orderStatus) return <Status {...describeStatus("orderStatus", row.orderStatus, ctx.language)} />;
  return <Status {...describeStatus("ticketStatus", row.status, ctx.language)} />;
}

/** One to four strokes, the most for what is most urgent, and the figure beside them. */
function Priority({ ctx, priority }: { ctx: Context; priority: number }) {
  return (
    <span className="queue-priority" data-level={priority}>
      <svg viewBox="0 0 16 12" width={16} height={12} aria-hidden="true" focusable="false">
        {[0, 1, 2, 3].map((n) => (
          <rect key={n} x={n * 4} y={9 - n * 3} width={3} height={3 + n * 3} data-on={n < 5 - priority || undefined} />
        ))}
      </svg>
      <span aria-hidden="true">{priority}</span>
      <span className="sr-only">{translator(ctx.language)("queue.row.priority", { priority })}</span>
    </span>
  );
}

/** A delivery is a promise and drawn as one; every other clock says what it asks and by when. */
export function Due({ ctx, row }: { ctx: Context; row: QueueRow }) {
  if (row.orderStatus && row.orderStatus !== "cancelled" && row.orderStatus !== "declined") {
    return <Delivery ctx={ctx} row={row} />;
  }
  const { words, tone } = dueInWords(ctx, row);
  return (
    <span className="desk-clock" data-tone={tone}>
      {words}
    </span>
  );
}

const states = { kept: "kept", broken: "broken", waiting: "paused", soon: "soon", information: "running" } as const;

function Delivery({ ctx, row }: { ctx: Context; row: QueueRow }) {
  const { timeZone } = ctx.organisation;
  const isEnded = row.orderStatus === "delivered";
  const { tone, left, due, words } = clockInWords(row.clock, { ...ctx, timeZone, isEnded });
  return (
    <span className="queue-delivery">
      <PromiseSpark
        ledger={stripDays(row.clock.ledger, ctx.language).filter((day) => !day.isPaused)}
        dueAt={due}
        today={localDate(ctx.now, timeZone)}
        language={ctx.language}
        state={states[tone]}
      />
      <span className="desk-clock" data-tone={tone} aria-hidden={tone === "information" || undefined}>
        {tone === "information" ? due : tone === "waiting" ? left : words}
      </span>
    </span>
  );
}
