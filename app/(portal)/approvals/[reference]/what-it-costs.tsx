import { PriceLine } from "@/app/_ui/price-line";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { ShownOrder } from "../../orders/[reference]/shown-order";

type Part = { ctx: Context; shown: ShownOrder };

/** What the unit will pay, first of all. */
export function Cost({ ctx, shown: { order, unit } }: Part) {
  const t = translator(ctx.language);
  return (
    <div className="max-w-[52rem] rounded-corner bg-shade p-5 tablet:p-6">
      <p className="text-plain text-ink-quiet">
        {t("approvals.decide.cost", { unit: unit.name, costCentre: order.costCentre })}
      </p>
      <PriceLine rentPerMonthOre={order.rentPerMonthOre} quantity={order.lines.length} language={ctx.language} />
    </div>
  );
}

/** Whose they will be; nothing where they belong to a place. */
export function Recipients({ ctx, shown }: Part) {
  const people = shown.lines.flatMap(({ recipient }) => recipient ?? []);
  if (people.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-title">{translator(ctx.language)("orderForm.row.who")}</h2>
      <ul className="mt-2">
        {people.map(({ id, name, email }) => (
          <li key={id}>
            {name} <span className="text-plain text-ink-quiet">{email}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
