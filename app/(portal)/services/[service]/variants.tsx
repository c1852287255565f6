import { SideBySide } from "@/app/_ui/side-by-side";
import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { Service } from "@/lib/catalogue/service";

/** Which variant is mine: side by side, and three questions for who is not sure. */
export function Variants({ language, service }: { language: Language; service: Service }) {
  const translate = translator(language);
  const { variants, slug } = service;
  const [first] = variants;
  if (!first) return null;
  const names = variants.map((variant) => variant.name).join(` ${translate("service.variants.and")} `);
  return (
    <section aria-labelledby="variants" className="mt-12">
      <h2 id="variants" className="text-title">
        {translate("service.variants.heading")}
      </h2>
      <p className="mt-2 mb-6">
        <a href={routes.whichVariant(slug)}>{translate("service.variants.which")}</a>
      </p>
      <div lang={first.language}>
        <SideBySide
          caption={translate("ui.compare.caption", { names })}
          sides={variants.map((variant) => ({ key: variant.slug, name: variant.name, lead: variant.summary }))}
          rows={first.traits.map(({ key, label }) => ({
            question: label,
            answers: variants.map((variant) => variant.traits.find((trait) => trait.key === key)?.value),
          }))}
        />
      </div>
    </section>
  );
}
