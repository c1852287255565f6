import type { Metadata } from "next";
import { PageHeading } from "@/app/_ui/page-heading";
import { TwoColumns } from "@/app/_ui/two-columns";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { getService } from "@/lib/catalogue/queries";
import type { Service } from "@/lib/catalogue/service";
import { pageContext } from "@/lib/web/session";
import { DisruptionBanner } from "../../disruption-banner";
import { orNotFound } from "../../or-not-found";
import { pageTitle } from "../../page-title";
import { PortalFrame } from "../../portal-frame";
import { AddOns } from "./add-ons";
import { Description } from "./description";
import { HardwareList } from "./hardware-list";
import { InShort } from "./in-short";
import { Variants } from "./variants";

type Address = { params: Promise<{ service: string }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const ctx = await pageContext();
  return pageTitle((await orNotFound(getService(ctx, (await params).service))).name);
}

export default async function ServicePage({ params }: Address) {
  const ctx = await pageContext();
  const translate = translator(ctx.language);
  const service = await orNotFound(getService(ctx, (await params).service));
  return (
    <PortalFrame current={routes.services()}>
      <PageHeading
        back={{ href: routes.services(), label: translate("service.list.heading") }}
        lead={<span lang={service.language}>{service.summary}</span>}
      >
        {service.name}
      </PageHeading>
      <DisruptionBanner ctx={ctx} service={service.slug} />
      <InShort ctx={ctx} service={service} />
      <Variants language={ctx.language} service={service} />
      <HardwareList language={ctx.language} hardware={service.hardware} />
      <AddOns language={ctx.language} addOns={service.addOns} />
      <Helped service={service} />
      <Description language={ctx.language} service={service} />
    </PortalFrame>
  );
}

/** The two sections of a description that are shown beside each other. */
function Helped({ service }: { service: Service }) {
  const [helped, own] = ["supported", "not-supported"].map((id) => service.sections.find((each) => each.id === id));
  if (!helped || !own) return null;
  return (
    <div className="mt-12" lang={helped.language}>
      <span id={own.id} />
      <h2 id={helped.id} className="sr-only">
        {helped.heading}
      </h2>
      <TwoColumns
        helped={{ heading: helped.heading, items: itemsOf(helped.text) }}
        own={{ heading: own.heading, items: itemsOf(own.text) }}
      />
    </div>
  );
}

function itemsOf(text: string): string[] {
  return text.split("\n").map((line) => line.replace(/^– /, ""));
}
