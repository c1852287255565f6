import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { OrderView } from "@/lib/orders/queries";
import type { Typed } from "@/lib/web/form-content";
import { DeskForm } from "../../../desk-form";
import { deskFormWords } from "../../../desk-form-words";
import { nameOfLine } from "../order-lines";
import { registerSerialNumberAction } from "./actions";

type ScanFormProps = { ctx: Context; view: OrderView; open: OrderView["lines"]; typed: Typed | null };

/** One field that has the focus: a scanner types the number and sends Enter, and the next device comes up. */
export function ScanForm({ ctx, view, open, typed }: ScanFormProps) {
  const t = translator(ctx.language);
  const [line] = open;
  if (!line) return null;
  const name = t("desk.line.heading", { position: line.position + 1, name: nameOfLine(line, t) });
  return (
    <section className="desk-section">
      <DeskForm
        key={line.id}
        id="scan"
        action={registerSerialNumberAction}
        hidden={{ reference: view.order.reference, lineId: line.id }}
        fields={[
          {
            ...{ kind: "text", name: "serialNumber", isMono: true, isFirst: true },
            ...{ label: t("desk.serial.field", { name }), hint: t("desk.serial.hint") },
          },
        ]}
        submit={{ label: t("desk.serial.submit") }}
        words={deskFormWords(ctx.language)}
        typed={typed}
      >
        <p className="text-ink-quiet">{t("desk.serial.left", { count: open.length })}</p>
      </DeskForm>
    </section>
  );
}
