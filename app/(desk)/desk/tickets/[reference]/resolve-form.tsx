import { resolutionCodes } from "@/db/words";
import { translator } from "@/lib/base/language";
import type { FieldSpec } from "../../desk-field";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { resolveAction } from "./actions";
import type { ActsProps } from "./ticket-acts";

/** What was done, which the requester reads, and how it counts. Where it has open parts, what becomes of them. */
export function ResolveForm({ ctx, view, seen, typed, openParts, isPrimary }: ActsProps & { isPrimary?: boolean }) {
  const t = translator(ctx.language);
  const codes = resolutionCodes
    .filter((code) => code !== "by_requester")
    .map((value) => ({ value, label: t(`words.resolutionCode.${value}`) }));
  const fields: FieldSpec[] = [
    {
      ...{ kind: "area", name: "resolution", rows: 3, label: t("deskTicket.resolve.resolution") },
      hint: t("deskTicket.resolve.resolutionHint"),
    },
    { kind: "choice", name: "code", label: t("deskTicket.resolve.code"), options: codes },
  ];
  if (openParts.length > 0) {
    const options = (["resolve", "leave"] as const).map((value) => {
      return { value, label: t(`deskTicket.resolve.children.${value}`) };
    });
    const label = t("deskTicket.resolve.parts", { count: openParts.length, references: openParts.join(", ") });
    fields.push({ kind: "choice", name: "children", label, options });
  }
  return (
    <div className="resolve-act" data-primary={isPrimary || undefined}>
      <DeskForm
        id="resolve"
        action={resolveAction}
        hidden={{ reference: view.ticket.reference, version: String(view.ticket.version) }}
        fields={fields}
        submit={{ label: t("deskTicket.resolve.submit") }}
        words={deskFormWords(ctx.language)}
        disclosure={t("deskTicket.acts.resolve")}
        seen={seen}
        typed={typed}
        dataKey="resolve"
      />
    </div>
  );
}
