import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import { Pagination } from "@/app/_ui/pagination";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listServices } from "@/lib/catalogue/queries";
import { listOrders } from "@/lib/orders/queries";
import { pageContext, signedInContext } from "@/lib/web/session";
import { pageTitle } from "../page-title";
import { PortalFrame } from "../portal-frame";
import { Unsent } from "../services/[service]/order/unsent";
import { cursorOf, olderThan } from "./cursor";
import { OrderRows } from "./order-rows";

type Query = { searchParams: Promise<{ before?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("order.list.title"));
}

export default async function OrdersPage({ searchParams }: Query) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const cursor = cursorOf((await searchParams).before);
  const services = await listServices(ctx);
  const { items, next } = await listOrders(ctx, { view: "mine" }, { cursor, limit: 20 });
  return (
    <PortalFrame current={routes.orders()}>
      <PageHeading lead={t("order.list.lead")}>{t("order.list.title")}</PageHeading>
      {services.map((service) => (
        <Unsent key={service.slug} ctx={ctx} service={service} />
      ))}
      {items.length > 0 ? (
        <OrderRows ctx={ctx} orders={items} />
      ) : (
        <EmptyState
          heading={t("order.list.emptyHeading")}
          action={<ButtonLink href={routes.services()}>{t("order.list.emptyAction")}</ButtonLink>}
        >
          {t("order.list.empty")}
        </EmptyState>
      )}
      <Pagination
        language={ctx.language}
        previousHref={cursor ? routes.orders() : undefined}
        nextHref={next ? olderThan(next) : undefined}
      />
    </PortalFrame>
  );
}
