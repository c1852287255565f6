import { type Column, Table } from "@/app/_ui/table";
import type { Context } from "@/lib/base/context";
import { formatDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import type { SubstituteRow } from "@/lib/people/list-substitutes";
import { OneActForm } from "../one-act-form";
import { endSubstituteAction } from "./actions";

type SubstituteTableProps = {
  ctx: Context;
  caption: string;
  rows: SubstituteRow[];
  /** One's own need not say who is away. */
  shows: "substitute" | "both";
};

/** Who stands in and when, each with the way to end it. */
export function SubstituteTable({ ctx, caption, rows, shows }: SubstituteTableProps) {
  const t = translator(ctx.language);
  const away: Column<SubstituteRow> = {
    ...{ key: "away", heading: t("approvals.substitutes.away"), isRowHeading: true },
    cell: (row) => row.away,
  };
  return (
    <Table
      caption={caption}
      language={ctx.language}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        ...(shows === "both" ? [away] : []),
        {
          ...{ key: "who", heading: t("approvals.substitutes.who"), isRowHeading: shows === "substitute" },
          cell: ({ substitute, email }) => (
            <>
              {substitute} <span className="block text-plain font-plain text-ink-quiet">{email}</span>
            </>
          ),
        },
        { key: "when", heading: t("approvals.substitutes.when"), cell: (row) => daysOf(ctx, row) },
        {
          ...{ key: "act", heading: t("approvals.substitutes.act"), isNarrow: true },
          cell: (row) => (
            <OneActForm
              action={endSubstituteAction}
              field={{ name: "id", value: row.id }}
              label={t("approvals.substitutes.endWhich", { substitute: row.substitute, away: row.away })}
            >
              {t("approvals.substitutes.end")}
            </OneActForm>
          ),
        },
      ]}
    />
  );
}

/** "mån 14 dec 2026 till fre 18 dec 2026" */
export function daysOf({ language, organisation }: Context, { from, to }: SubstituteRow): string {
  const zoned = { language, timeZone: organisation.timeZone };
  const days = { from: formatDay(from, zoned), to: formatDay(to, zoned) };
  return translator(language)("approvals.substitutes.days", days);
}
