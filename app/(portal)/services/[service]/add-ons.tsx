import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import type { ServiceAddOn } from "@/lib/catalogue/service";

/** What can be had on top of the service, and how to get it. */
export function AddOns({ language, addOns }: { language: Language; addOns: ServiceAddOn[] }) {
  if (addOns.length === 0) return null;
  return (
    <section aria-labelledby="add-ons" className="mt-12">
      <h2 id="add-ons" className="text-title">
        {translator(language)("service.addOns")}
      </h2>
      <dl>
        {addOns.map(({ slug, name, summary, language: own }) => (
          <div key={slug} className="mt-4" lang={own === language ? undefined : own}>
            <dt className="font-strong">{name}</dt>
            <dd className="max-w-(--measure) text-ink-quiet">{summary}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
