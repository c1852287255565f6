import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import type { Service, ServiceSection } from "@/lib/catalogue/service";

/** Shown beside each other higher up on the page. */
const shownAbove = ["supported", "not-supported"];

/** The rest of the service description, section by section, with a list of them first. */
export function Description({ language, service }: { language: Language; service: Service }) {
  const translate = translator(language);
  const sections = service.sections.filter((section) => !shownAbove.includes(section.id));
  return (
    <div className="mt-12 border-t border-hairline pt-8">
      <h2 className="text-title">{translate("service.description.heading")}</h2>
      <nav aria-label={translate("service.description.contents")} className="mt-3">
        <ul className="gap-x-8 tablet:columns-2">
          {sections.map(({ id, heading, language: own }) => (
            <li key={id} className="py-1" lang={own === language ? undefined : own}>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map((section) => (
        <Section key={section.id} section={section} language={language} />
      ))}
      <p className="mt-10 text-plain text-ink-quiet">
        {translate("service.description.version", { version: service.version })}
      </p>
    </div>
  );
}

function Section({ section, language }: { section: ServiceSection; language: Language }) {
  const isForeign = section.language !== language;
  return (
    <section aria-labelledby={section.id} className="mt-10" lang={isForeign ? section.language : undefined}>
      <h3 id={section.id} className="text-lead">
        {section.heading}
      </h3>
      {isForeign && (
        <p lang={language} className="mt-1 text-plain text-ink-quiet">
          {translator(language)("service.description.onlySwedish")}
        </p>
      )}
      <div
        className="[&_code]:font-mono [&_li]:mt-1 [&_li]:max-w-(--measure) [&_ol]:mt-2 [&_ol]:list-decimal [&_ol]:pl-6 [&_p]:mt-2 [&_ul]:mt-2 [&_ul]:list-disc [&_ul]:pl-6"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the catalogue's markdown, in which raw HTML is shown as text
        dangerouslySetInnerHTML={{ __html: section.html }}
      />
    </section>
  );
}
