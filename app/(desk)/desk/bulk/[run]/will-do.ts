import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { BulkView } from "@/lib/desk/get-bulk";
import type { QueueRow } from "@/lib/tickets/list-queue";

type Run = BulkView["run"];

/** What a prepared run will do with one ticket, in a few words. */
export function willDo(ctx: Pick<Context, "language">, { act, input, undoOf }: Run, row: QueueRow): string {
  const t = translator(ctx.language);
  if (undoOf) return t("bulk.will.undo");
  const name = row.requester ?? t("bulk.will.requester");
  const said = (key: string) =>
    typeof input[key] === "string" || typeof input[key] === "number" ? String(input[key]) : "";
  if (act === "assign") {
    return t("bulk.will.assign", {
      from: row.assignee ?? t("bulk.will.nobody"),
      to: said("assignee") || t("bulk.will.nobody"),
    });
  }
  if (act === "transfer") return t("bulk.will.transfer", { from: row.queue, to: said("queue") });
  if (act === "classify") {
    const parts = (["category", "impact", "urgency"] as const).filter((key) => said(key) !== "");
    return t("bulk.will.classify", {
      what: parts.map((key) => t(`bulk.will.${key}`, { [key]: said(key) })).join(", "),
    });
  }
  return t(`bulk.will.${act}`, { name });
}
