import { Money } from "@/app/_ui/price-line";
import { Status } from "@/app/_ui/status";
import { Table } from "@/app/_ui/table";
import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import type { Hardware } from "@/lib/catalogue/service";

/** The models there are, with the rent per month and year; one that cannot be ordered says why. */
export function HardwareList({ language, hardware }: { language: Language; hardware: Hardware[] }) {
  const translate = translator(language);
  const models = hardware.filter((model) => !model.isRetired);
  if (models.length === 0) return null;
  return (
    <section aria-labelledby="models" className="mt-12">
      <h2 id="models" className="mb-4 text-title">
        {translate("service.hardware.heading")}
      </h2>
      <Table
        caption={translate("service.hardware.caption")}
        isCaptionHidden
        language={language}
        rows={models}
        keyOf={(model) => model.slug}
        columns={[
          {
            key: "name",
            heading: translate("service.hardware.model"),
            isRowHeading: true,
            cell: ({ name, whyNot }) => (
              <>
                <span lang="sv" className={whyNot ? "text-ink-quiet" : "font-strong"}>
                  {name}
                </span>
                {whyNot && (
                  <span className="mt-1 block font-plain text-plain text-ink-quiet">
                    <Status tone="neutral" icon="ban">
                      {translate("service.hardware.notOrderable")}
                    </Status>
                    <span className="mt-1 block">{whyNot}</span>
                  </span>
                )}
              </>
            ),
          },
          {
            key: "class",
            heading: translate("service.hardware.class"),
            cell: (model) => (
              <>
                {translate(`words.hardwareClass.${model.class}`)}
                <span className="block text-plain text-ink-quiet">
                  {translate(`catalogue.classMeaning.${model.class}`)}
                </span>
              </>
            ),
          },
          {
            key: "month",
            heading: translate("service.hardware.perMonth"),
            isNumeric: true,
            isNarrow: true,
            cell: (model) => <Money ore={model.rentPerMonthOre} language={language} />,
          },
          {
            key: "year",
            heading: translate("service.hardware.perYear"),
            isNumeric: true,
            isNarrow: true,
            cell: (model) => <Money ore={model.rentPerMonthOre * 12} language={language} />,
          },
        ]}
      />
    </section>
  );
}
