import { Banner } from "@/app/_ui/banner";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { Service } from "@/lib/catalogue/service";
import { findUnsent } from "./draft";

/** The way back to an order that was begun and never sent. */
export async function Unsent({ ctx, service }: { ctx: Context; service: Pick<Service, "slug"> }) {
  const t = translator(ctx.language);
  const draft = await findUnsent(ctx, service.slug);
  if (!draft) return null;
  return (
    <Banner tone="notice" heading={t("orderForm.unsent.heading")}>
      <p>
        <a href={routes.orderForm(service.slug, draft.id)}>{t("orderForm.unsent.goOn")}</a>
      </p>
    </Banner>
  );
}
