import { type Answer, CheckAnswers } from "@/app/_ui/check-answers";
import { PriceLine } from "@/app/_ui/price-line";
import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import type { OrderView } from "@/lib/orders/queries";

/** What was ordered, at whose cost, and where it goes. */
export function OrderFacts({ ctx, shown, hasHeading = true }: Props) {
  const { language, organisation } = ctx;
  const t = translator(language);
  const { order, requester, hardware, unit } = shown;
  const rent = <PriceLine rentPerMonthOre={order.rentPerMonthOre} quantity={order.lines.length} language={language} />;
  const answers: Answer[] = [
    { label: t("order.facts.requester"), value: requester.name },
    {
      label: t("order.facts.receivedAt"),
      value: formatInstant(order.receivedAt, { language, timeZone: organisation.timeZone }),
    },
    { label: t("orderForm.row.variant"), value: t(`words.variant.${order.variant}`) },
    { label: t("orderForm.row.hardware"), value: <span lang="sv">{hardware.name}</span> },
    { label: t("orderForm.row.quantity"), value: t("orderForm.check.pieces", { count: order.lines.length }) },
    { label: t("orderForm.row.rent"), value: rent },
    { label: t("orderForm.row.unit"), value: unit.name },
    { label: t("orderForm.row.costCentre"), value: <span className="font-mono">{order.costCentre}</span> },
    { label: t("orderForm.row.deliverTo"), value: order.deliverTo },
  ];
  const note = order.note && <span className="whitespace-pre-line">{order.note}</span>;
  const all = note ? [...answers, { label: t("orderForm.row.note"), value: note }] : answers;
  return (
    <section aria-labelledby="facts" className="mt-12">
      <h2 id="facts" className={hasHeading ? "mb-4 text-title" : "sr-only"}>
        {t("order.facts.heading")}
      </h2>
      <CheckAnswers answers={all} language={language} />
    </section>
  );
}

type Props = { ctx: Context; shown: OrderView; hasHeading?: boolean };
