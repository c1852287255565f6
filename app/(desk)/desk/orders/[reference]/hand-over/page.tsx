import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { typedBefore } from "@/lib/web/typed-before";
import { orderForAgent } from "../../../agent-context";
import { HandOverForm } from "./hand-over-form";

type Asked = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<{ draft?: string | string[] }>;
};

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { ctx, view } = await orderForAgent((await params).reference);
  return pageTitle(`${translator(ctx.language)("desk.handOver.title")}, ${view.order.reference}`);
}

/** Whoever stands at the desk gets what is ready, against one receipt. */
export default async function HandOverPage({ params, searchParams }: Asked) {
  const { ctx, view } = await orderForAgent((await params).reference);
  const t = translator(ctx.language);
  const { reference, ticket } = view.order;
  const { draft } = await searchParams;
  const ready = view.lines.filter((line) => line.status === "ready");
  const typed = await typedBefore(ctx, typeof draft === "string" ? draft : undefined);
  return (
    <PortalFrame current={routes.desk()} density="desk" {...(ready.length > 0 ? { formId: "hand-over" } : {})}>
      <PageHeading
        back={{ href: routes.deskOrder(reference), label: `${reference} ${ticket.title}` }}
        lead={t("desk.handOver.lead")}
      >
        {t("desk.handOver.title")}
      </PageHeading>
      {ready.length > 0 ? (
        <>
          <Banner tone="notice" heading={t("desk.handOver.identity")}>
            {t("desk.handOver.identityText")}
          </Banner>
          <HandOverForm ctx={ctx} view={view} ready={ready} typed={typed} />
        </>
      ) : (
        <EmptyState
          heading={t("desk.handOver.notReady")}
          action={<ButtonLink href={routes.deskOrder(reference)}>{t("desk.serial.toOrder")}</ButtonLink>}
        >
          {t("desk.handOver.notReadyText")}
        </EmptyState>
      )}
    </PortalFrame>
  );
}
