import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { OrderView } from "@/lib/orders/queries";
import { isLive } from "@/lib/orders/status";
import type { Typed } from "@/lib/web/form-content";
import { DeskForm } from "../../../desk-form";
import { deskFormWords } from "../../../desk-form-words";
import { nameOfLine } from "../order-lines";
import { registerSerialNumberAction } from "./actions";

/** What is registered, and the way to put a mistyped number right while it is not yet acted on. */
export function CorrectForm({ ctx, view, typed }: { ctx: Context; view: OrderView; typed: Typed | null }) {
  const t = translator(ctx.language);
  const lines = view.lines.filter((line) => isLive(line) && line.serialNumber);
  if (lines.length === 0) return null;
  const named = lines.map((line) => {
    const heading = t("desk.line.heading", { position: line.position + 1, name: nameOfLine(line, t) });
    return { value: line.id, label: `${heading}, ${line.serialNumber}` };
  });
  return (
    <section className="desk-section" aria-labelledby="registered">
      <h2 id="registered" className="desk-heading">
        {t("desk.serial.registered")}
      </h2>
      <ul className="desk-numbers">
        {named.map(({ value, label }) => (
          <li key={value}>{label}</li>
        ))}
      </ul>
      <DeskForm
        id="correct"
        action={registerSerialNumberAction}
        hidden={{ reference: view.order.reference }}
        fields={[
          {
            ...{ kind: "select", name: "lineId", options: named },
            ...{ label: t("desk.serial.correctLine"), emptyLabel: t("desk.serial.correctChoose") },
          },
          { kind: "text", name: "serialNumber", isMono: true, label: t("desk.serial.correctNumber") },
        ]}
        submit={{ label: t("desk.serial.correctSubmit"), kind: "quiet" }}
        words={deskFormWords(ctx.language)}
        disclosure={t("desk.serial.correct")}
        typed={typed}
      >
        <p>{t("desk.serial.correctText")}</p>
      </DeskForm>
    </section>
  );
}
