import type { Language } from "@/db/words";
import { formatMoney } from "@/lib/base/format";
import { translator } from "@/lib/base/language";

/** An amount in öre, as money: "249 kr", never broken over two lines. */
export function Money({ ore, language }: { ore: number; language: Language }) {
  return <span className="money">{formatMoney(ore, language)}</span>;
}

type PriceLineProps = {
  rentPerMonthOre: number;
  language: Language;
  /** More than one: the sum is shown, with the price of each beside it. */
  quantity?: number;
};

/** What it costs a month and a year, before anyone orders: "249 kr/mån", "2 988 kr/år". */
export function PriceLine({ rentPerMonthOre, language, quantity = 1 }: PriceLineProps) {
  const translate = translator(language);
  const sum = rentPerMonthOre * quantity;
  return (
    <p className="price-line">
      <strong className="money">{translate("ui.price.perMonth", { amount: formatMoney(sum, language) })}</strong>
      <span className="money">{translate("ui.price.perYear", { amount: formatMoney(sum * 12, language) })}</span>
      {quantity > 1 && (
        <span className="money">{translate("ui.price.each", { amount: formatMoney(rentPerMonthOre, language) })}</span>
      )}
    </p>
  );
}
