import { formatLongDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { pauseAction } from "./actions";
import type { OrderActsProps } from "./order-acts";

const weekMs = 7 * 86_400_000;

/** Stops the clock: why, whose turn it is, and until when. The requester reads the reason. */
export function PauseForm({ ctx, view, typed }: OrderActsProps) {
  const t = translator(ctx.language);
  const zoned = { language: ctx.language, timeZone: ctx.organisation.timeZone };
  const example = formatLongDay(new Date(ctx.now.getTime() + weekMs), zoned);
  const turns = (["requester", "supplier", "other"] as const).map((value) => {
    return { value, label: t(`desk.pause.waitsFor.${value}`) };
  });
  return (
    <DeskForm
      id="pause"
      action={pauseAction}
      hidden={{ reference: view.order.reference }}
      fields={[
        { kind: "choice", name: "waitingFor", label: t("desk.pause.waitingFor"), options: turns },
        {
          ...{ kind: "text", name: "supplier", isOptional: true },
          ...{ label: t("desk.pause.supplier"), hint: t("desk.pause.supplierHint") },
        },
        {
          ...{ kind: "area", name: "reason", rows: 2 },
          ...{ label: t("desk.pause.reason"), hint: t("desk.pause.reasonHint") },
        },
        {
          ...{ kind: "date", name: "reviewAt" },
          ...{ label: t("desk.pause.reviewAt"), hint: t("desk.pause.reviewAtHint", { example }) },
          partLabels: { day: t("desk.pause.day"), month: t("desk.pause.month"), year: t("desk.pause.year") },
        },
      ]}
      submit={{ label: t("desk.pause.submit"), icon: "pause" }}
      words={deskFormWords(ctx.language)}
      disclosure={t("desk.acts.pause")}
      typed={typed}
    >
      <p>{t("desk.pause.intro", { name: view.requester.name })}</p>
    </DeskForm>
  );
}
