import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { Service } from "@/lib/catalogue/service";
import { NotYours } from "./form/not-yours";
import { offerOf } from "./offer";

/** The variants in a sentence each, and which of them this person may order. */
export async function ForWhom({ ctx, service }: { ctx: Context; service: Service }) {
  const t = translator(ctx.language);
  const offer = ctx.actor.kind === "person" ? await offerOf(ctx, service.slug) : null;
  return (
    <section aria-labelledby="for-whom">
      <h2 id="for-whom" className="text-title">
        {t("orderForm.start.forWhom")}
      </h2>
      <dl className="mt-3 mb-5 grid gap-3">
        {service.variants.map(({ slug, name, summary, language }) => (
          <div key={slug} lang={language}>
            <dt className="font-strong">{name}</dt>
            <dd>{summary}</dd>
          </div>
        ))}
      </dl>
      <p className="mb-5">
        <a href={routes.whichVariant(service.slug)}>{t("service.variants.which")}</a>
      </p>
      {offer && <NotYours ctx={ctx} offer={offer} />}
    </section>
  );
}
