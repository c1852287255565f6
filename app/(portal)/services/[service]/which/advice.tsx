import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { Service } from "@/lib/catalogue/service";
import { type VariantAnswers, whichVariant } from "@/lib/catalogue/which-variant";

type AdviceProps = { language: Language; service: Service; answers: VariantAnswers };

/** Which variant suits, why, what to know about it, and the way to order it. */
export function Advice({ language, service, answers }: AdviceProps) {
  const translate = translator(language);
  const { variant, oneEach, reasons, cautions } = whichVariant(answers);
  const name = service.variants.find((each) => each.slug === variant)?.name ?? variant;
  const order = `${routes.orderStart(service.slug)}?variant=${variant}`;
  return (
    <section aria-labelledby="advice" className="rounded-corner border-l-4 border-accent bg-accent-wash p-5 tablet:p-6">
      <h2 id="advice" className="text-title">
        {translate(oneEach ? "service.which.oneEach" : "service.which.suits", { variant: name })}
      </h2>
      {reasons.map((key) => (
        <p key={key} className="mt-2">
          {translate(key)}
        </p>
      ))}
      <h3 className="mt-5 font-strong">{translate("service.which.toKnow")}</h3>
      {cautions.map((key) => (
        <p key={key}>{translate(key)}</p>
      ))}
      <ButtonRow>
        {service.orderable && (
          <ButtonLink href={order}>{translate("service.which.order", { variant: name })}</ButtonLink>
        )}
        <a href={`${routes.service(service.slug)}#variants`}>{translate("service.which.compare")}</a>
      </ButtonRow>
    </section>
  );
}
