import { EmptyState } from "@/app/_ui/empty-state";
import { type Column, Table } from "@/app/_ui/table";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { MutedAddress } from "@/lib/intake/list-letters";
import { DeskForm } from "../desk-form";
import { deskFormWords } from "../desk-form-words";
import { momentInWords } from "../moment";
import { unmuteAddressAction } from "./actions";

/** Addresses that sent a letter back, each with the way to lift it. */
export function MutedTable({ ctx, rows }: { ctx: Context; rows: MutedAddress[] }) {
  const t = translator(ctx.language);
  if (rows.length === 0) return <EmptyState heading={t("intake.empty.heading")}>{t("intake.empty.text")}</EmptyState>;
  const words = deskFormWords(ctx.language);
  const columns: Column<MutedAddress>[] = [
    { key: "address", heading: t("intake.column.address"), isRowHeading: true, cell: ({ address }) => address },
    { key: "why", heading: t("intake.column.why"), cell: ({ status, because }) => `${status ?? ""} ${because}`.trim() },
    {
      key: "at",
      heading: t("intake.column.muted"),
      isNarrow: true,
      cell: ({ mutedAt }) => momentInWords(mutedAt, ctx),
    },
    {
      key: "act",
      heading: t("intake.column.decision"),
      cell: ({ id, address }) => (
        <DeskForm
          id={`unmute-${id}`}
          action={unmuteAddressAction}
          hidden={{ id }}
          submit={{ label: t("intake.act.unmute"), kind: "quiet", of: address }}
          words={words}
        />
      ),
    },
  ];
  return (
    <Table
      caption={t("intake.views.muted")}
      isCaptionHidden
      language={ctx.language}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
    />
  );
}
