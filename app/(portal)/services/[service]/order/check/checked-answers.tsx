import { type Answer, CheckAnswers } from "@/app/_ui/check-answers";
import { PriceLine } from "@/app/_ui/price-line";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { OrderPreview } from "@/lib/orders/preview-order";
import type { PlaceOrder } from "@/lib/orders/schema";
import type { Asks } from "../answers";

type CheckedAnswersProps = { ctx: Context; preview: OrderPreview; order: PlaceOrder; draft: string; asks: Asks };

/** Every answer with its way back to the question; what was not asked has none. */
export function CheckedAnswers({ ctx, preview, order, draft, asks }: CheckedAnswersProps) {
  const { language } = ctx;
  const t = translator(language);
  const { hardware, quantity } = preview;
  const row = (name: RowName, value: Answer["value"], question: string | null = name): Answer => {
    const label = t(`orderForm.row.${name}`);
    const href = `${routes.orderForm(order.service, draft)}#${question}`;
    return { label, value, ...(question ? { change: { href, what: label.toLowerCase() } } : {}) };
  };
  const rent = <PriceLine rentPerMonthOre={hardware.rentPerMonthOre} quantity={quantity} language={language} />;
  const answers: Answer[] = [
    row("variant", preview.variant.name, asks.variant ? "variant" : null),
    row("hardware", <span lang="sv">{hardware.name}</span>),
    row("rent", rent, null),
    order.variant === "publik"
      ? row("quantity", t("orderForm.check.pieces", { count: quantity }))
      : row("who", <Recipients preview={preview} />, asks.who ? "who" : null),
    row("unit", preview.unit.name, asks.unit ? "unit" : null),
    row("costCentre", <span className="font-mono">{order.costCentre}</span>),
    row("deliverTo", order.deliverTo),
    row("note", order.note && <span className="whitespace-pre-line">{order.note}</span>),
  ];
  return <CheckAnswers answers={answers} language={language} />;
}

type RowName = "variant" | "hardware" | "rent" | "who" | "quantity" | "unit" | "costCentre" | "deliverTo" | "note";

function Recipients({ preview }: { preview: OrderPreview }) {
  return (
    <ul>
      {preview.recipients.map(({ name, email }) => (
        <li key={email}>
          {name} <span className="block text-plain text-ink-quiet">{email}</span>
        </li>
      ))}
    </ul>
  );
}
