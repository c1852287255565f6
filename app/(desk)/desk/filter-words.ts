import type { Context } from "@/lib/base/context";
import { formatDay } from "@/lib/base/format";
import { type MessageKey, translator } from "@/lib/base/language";
import type { FilterName } from "./queue-query";

/** A filter's value as it reads; what an organisation has named itself stands as the address bar has it. */
export function filterWords(ctx: Pick<Context, "language">, name: FilterName, value: string): string {
  const t = translator(ctx.language);
  switch (name) {
    case "status":
      return t(`words.ticketStatus.${value}` as MessageKey);
    case "type":
      return t(`words.ticketType.${value}` as MessageKey);
    case "channel":
      return t(`words.channel.${value}` as MessageKey);
    case "line":
      return t("queue.filter.lineNumber", { line: value });
    case "priority":
      return t("queue.filter.priorityNumber", { priority: value });
    case "assignee":
      return value === "nobody" ? t("queue.filter.nobody") : value;
    case "from":
    case "to":
      return formatDay(value, { language: ctx.language, timeZone: "UTC" });
    default:
      return value;
  }
}
