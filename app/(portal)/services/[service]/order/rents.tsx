import { PriceLine } from "@/app/_ui/price-line";
import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import type { Hardware } from "@/lib/catalogue/service";

/** The rent of each model that can be ordered, a month and a year. */
export function Rents({ language, hardware }: { language: Language; hardware: Hardware[] }) {
  const t = translator(language);
  return (
    <section aria-labelledby="rents" className="mt-12">
      <h2 id="rents" className="text-title">
        {t("orderForm.start.rents")}
      </h2>
      <ul className="mt-3 max-w-[52rem] border-t border-hairline">
        {hardware
          .filter((model) => model.orderable)
          .map((model) => (
            <li
              key={model.slug}
              className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-hairline py-3"
            >
              <span>
                <span lang="sv" className="font-strong">
                  {model.name}
                </span>
                <span className="block text-plain text-ink-quiet">
                  {t(`words.hardwareClass.${model.class}`)}: {t(`catalogue.classMeaning.${model.class}`)}
                </span>
              </span>
              <PriceLine rentPerMonthOre={model.rentPerMonthOre} language={language} />
            </li>
          ))}
      </ul>
      <p className="mt-3">{t("orderForm.start.paid")}</p>
    </section>
  );
}
