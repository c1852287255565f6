import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { OrderView } from "@/lib/orders/queries";
import { checklist } from "@/lib/orders/status";
import type { Typed } from "@/lib/web/form-content";
import type { FieldSpec } from "../../../desk-field";
import { DeskForm } from "../../../desk-form";
import { deskFormWords } from "../../../desk-form-words";
import { nameOfLine } from "../order-lines";
import { handOverAction } from "./actions";

type HandOverFormProps = { ctx: Context; view: OrderView; ready: OrderView["lines"]; typed: Typed | null };

/** One receipt: what is handed over, to whom, in what state, and the signature of whoever wants to give it here. */
export function HandOverForm({ ctx, view, ready, typed }: HandOverFormProps) {
  const t = translator(ctx.language);
  return (
    <DeskForm
      id="hand-over"
      action={handOverAction}
      hidden={{ reference: view.order.reference }}
      fields={fieldsOf(ctx, ready)}
      submit={{ label: t("desk.handOver.submit"), icon: "package-check" }}
      words={deskFormWords(ctx.language)}
      typed={typed}
    />
  );
}

function fieldsOf(ctx: Context, ready: HandOverFormProps["ready"]): FieldSpec[] {
  const t = translator(ctx.language);
  const lines = ready.map((line) => {
    const name = t("desk.line.heading", { position: line.position + 1, name: nameOfLine(line, t) });
    return { value: line.id, label: t("desk.handOver.line", { name, serialNumber: line.serialNumber ?? "" }) };
  });
  const recipients = new Set(ready.map((line) => line.recipient?.name));
  const [only] = recipients.size === 1 ? recipients : [];
  const isUnfinished = ready.some((line) =>
    line.tasks.some((task) => task.kind === "preconfigure" && task.status === "waiting"),
  );
  const ticks: FieldSpec = {
    ...{ kind: "choice", name: "checklist", isMultiple: true, isOptional: true },
    ...{ label: t("desk.handOver.checklist"), hint: t("desk.handOver.checklistHint") },
    options: checklist.map((value) => ({ value, label: t(`desk.checklist.${value}`) })),
  };
  return [
    {
      ...{ kind: "choice", name: "lineIds", isMultiple: true, label: t("desk.handOver.lines"), options: lines },
      chosen: lines.map((line) => line.value),
    },
    {
      ...{ kind: "text", name: "receivedBy", ...(only ? { value: only } : {}) },
      ...{ label: t("desk.handOver.receivedBy"), hint: t("desk.handOver.receivedByHint") },
    },
    ...(isUnfinished ? [ticks] : []),
    {
      ...{ kind: "signature", name: "signature" },
      ...{ label: t("desk.handOver.signature"), hint: t("desk.handOver.signatureHint") },
      words: {
        area: t("desk.handOver.signatureArea"),
        clear: t("desk.handOver.signatureClear"),
        drawn: t("desk.handOver.signatureDrawn"),
        none: t("desk.handOver.signatureNone"),
      },
    },
  ];
}
