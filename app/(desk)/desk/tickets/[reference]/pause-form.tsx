import { formatLongDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import type { FieldSpec } from "../../desk-field";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { pauseAction } from "./actions";
import type { ActsProps } from "./ticket-acts";

const weekMs = 7 * 86_400_000;

/** Stops the clocks: whose turn it is, why, and until when. The requester reads the reason. */
export function PauseForm({ ctx, view, parties, seen, typed }: ActsProps) {
  const t = translator(ctx.language);
  const zoned = { language: ctx.language, timeZone: ctx.organisation.timeZone };
  const example = formatLongDay(new Date(ctx.now.getTime() + weekMs), zoned);
  const turns = (["requester", "supplier", "approval", "other"] as const).map((value) => {
    return { value, label: t(`deskTicket.pause.waitsFor.${value}`) };
  });
  const fields: FieldSpec[] = [
    { kind: "choice", name: "waitingFor", label: t("desk.pause.waitingFor"), options: turns },
    { kind: "area", name: "reason", rows: 2, label: t("desk.pause.reason"), hint: t("desk.pause.reasonHint") },
    {
      ...{ kind: "date", name: "reviewAt", label: t("desk.pause.reviewAt") },
      hint: t("desk.pause.reviewAtHint", { example }),
      partLabels: { day: t("desk.pause.day"), month: t("desk.pause.month"), year: t("desk.pause.year") },
    },
    {
      ...{ kind: "text", name: "supplier", isOptional: true, label: t("desk.pause.supplier") },
      hint: t("desk.pause.supplierHint"),
    },
    { kind: "text", name: "supplierReference", isOptional: true, label: t("deskTicket.pause.supplierReference") },
    {
      ...{ kind: "text", name: "promisedOn", isOptional: true, label: t("deskTicket.pause.promisedOn") },
      hint: t("deskTicket.pause.promisedOnHint"),
    },
  ];
  return (
    <DeskForm
      id="pause"
      action={pauseAction}
      hidden={{ reference: view.ticket.reference, version: String(view.ticket.version) }}
      fields={fields}
      submit={{ label: t("desk.pause.submit"), icon: "pause" }}
      words={deskFormWords(ctx.language)}
      disclosure={t("deskTicket.acts.pause")}
      seen={seen}
      typed={typed}
      dataKey="pause"
    >
      <p>{t("desk.pause.intro", { name: parties.requester.name ?? t("deskTicket.protected") })}</p>
    </DeskForm>
  );
}
