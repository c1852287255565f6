import { ButtonLink } from "@/app/_ui/button";
import { Status } from "@/app/_ui/status";
import { Table } from "@/app/_ui/table";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { OrderView } from "@/lib/orders/queries";
import { DeskForm } from "../../../desk-form";
import { deskFormWords } from "../../../desk-form-words";
import { nameOfLine } from "../order-lines";
import { registerSerialNumbersAction } from "./actions";
import { previewOf } from "./preview";

type NumberPreviewProps = { ctx: Context; view: OrderView; open: OrderView["lines"]; numbers: string };

/** Which number goes to which line, and what cannot be saved; then one button for all that can. */
export function NumberPreview({ ctx, view, open, numbers }: NumberPreviewProps) {
  const t = translator(ctx.language);
  const { reference } = view.order;
  const rows = previewOf(numbers, open).map((row, position) => ({ ...row, position }));
  const good = rows.filter((row) => row.verdict === "good");
  return (
    <section className="desk-section">
      <Table
        caption={t("desk.serial.previewCaption")}
        isCaptionHidden
        language={ctx.language}
        rows={rows}
        keyOf={(row) => String(row.position)}
        columns={[
          {
            ...{ key: "number", heading: t("desk.serial.number"), isRowHeading: true },
            cell: (row) => <span className="reference">{row.number}</span>,
          },
          {
            ...{ key: "line", heading: t("desk.serial.forLine") },
            cell: ({ line }) =>
              line ? t("desk.line.heading", { position: line.position + 1, name: nameOfLine(line, t) }) : "–",
          },
          {
            ...{ key: "verdict", heading: t("desk.serial.verdict") },
            cell: ({ verdict }) => (
              <Status tone={verdict === "good" ? "kept" : "broken"}>{t(`desk.serial.${verdict}`)}</Status>
            ),
          },
        ]}
      />
      {good.length > 0 && (
        <DeskForm
          id="save-numbers"
          action={registerSerialNumbersAction}
          hidden={{ reference, serialNumbers: good.map((row) => row.number) }}
          submit={{ label: t("desk.serial.saveAll", { count: good.length }) }}
          words={deskFormWords(ctx.language)}
        >
          {good.length < rows.length && <p className="mt-4">{t("desk.serial.skipBad", { count: good.length })}</p>}
        </DeskForm>
      )}
      <p className="mt-4">
        <ButtonLink kind={good.length > 0 ? "quiet" : "primary"} href={routes.deskSerialNumbers(reference)}>
          {t("desk.serial.again")}
        </ButtonLink>
      </p>
    </section>
  );
}
