import type { Metadata } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listServices } from "@/lib/catalogue/queries";
import { pageContext } from "@/lib/web/session";
import { pageTitle } from "../page-title";
import { PortalFrame } from "../portal-frame";
import { ServiceRows } from "./service-rows";

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("service.list.heading"));
}

export default async function ServicesPage() {
  const ctx = await pageContext();
  const translate = translator(ctx.language);
  const services = await listServices(ctx);
  return (
    <PortalFrame current={routes.services()}>
      <PageHeading lead={translate("service.list.lead")}>{translate("service.list.heading")}</PageHeading>
      {services.length > 0 ? (
        <ServiceRows ctx={ctx} services={services} />
      ) : (
        <EmptyState heading={translate("service.list.emptyHeading")}>{translate("service.list.empty")}</EmptyState>
      )}
    </PortalFrame>
  );
}
