import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { isLive } from "@/lib/orders/status";
import { typedBefore } from "@/lib/web/typed-before";
import { orderForAgent } from "../../../agent-context";
import { DoneBanner } from "../done-banner";
import { CorrectForm } from "./correct-form";
import { NumberPreview } from "./number-preview";
import { uploadFaults } from "./preview";
import { ScanForm } from "./scan-form";
import { SeveralForm } from "./several-form";

type Asked = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<"done" | "numbers" | "fault" | "draft", string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { ctx, view } = await orderForAgent((await params).reference);
  return pageTitle(`${translator(ctx.language)("desk.serial.title")}, ${view.order.reference}`);
}

/** One scan after the other, or a whole list that is looked at before it is saved. */
export default async function SerialNumbersPage({ params, searchParams }: Asked) {
  const { ctx, view } = await orderForAgent((await params).reference);
  const t = translator(ctx.language);
  const asked = await searchParams;
  const { reference } = view.order;
  const open = view.lines.filter((line) => isLive(line) && !line.serialNumber);
  const fault = uploadFaults.find((each) => each === asked.fault);
  const isPreview = typeof asked.numbers === "string" && open.length > 0;
  const isPreparing = view.order.status === "preparing" || view.order.status === "ready";
  const typed = await typedBefore(ctx, typeof asked.draft === "string" ? asked.draft : undefined);
  return (
    <PortalFrame
      current={routes.desk()}
      density="desk"
      notices={
        <>
          <DoneBanner done={asked.done} language={ctx.language} />
          {fault && <Banner tone="problem" heading={t(`desk.serial.${fault}`)} />}
        </>
      }
    >
      <PageHeading
        back={{ href: routes.deskOrder(reference), label: `${reference} ${view.order.ticket.title}` }}
        lead={t(isPreview ? "desk.serial.previewLead" : "desk.serial.lead")}
      >
        {t(isPreview ? "desk.serial.previewHeading" : "desk.serial.title")}
      </PageHeading>
      {!isPreparing && <Nothing view={view} ctx={ctx} heading="desk.serial.notNow" text="desk.serial.notNowText" />}
      {isPreparing && open.length === 0 && (
        <Nothing view={view} ctx={ctx} heading="desk.serial.allHere" text="desk.serial.allHereText" />
      )}
      {isPreparing && isPreview && <NumberPreview ctx={ctx} view={view} open={open} numbers={String(asked.numbers)} />}
      {isPreparing && !isPreview && open.length > 0 && <ScanForm ctx={ctx} view={view} open={open} typed={typed} />}
      {isPreparing && !isPreview && open.length > 1 && <SeveralForm ctx={ctx} reference={reference} />}
      {isPreparing && !isPreview && <CorrectForm ctx={ctx} view={view} typed={typed} />}
    </PortalFrame>
  );
}

type NothingProps = Pick<Awaited<ReturnType<typeof orderForAgent>>, "ctx" | "view"> & {
  heading: "desk.serial.notNow" | "desk.serial.allHere";
  text: "desk.serial.notNowText" | "desk.serial.allHereText";
};

function Nothing({ ctx, view, heading, text }: NothingProps) {
  const t = translator(ctx.language);
  const status = t(`words.orderStatus.${view.order.status}`).toLowerCase();
  return (
    <EmptyState
      heading={t(heading)}
      action={<ButtonLink href={routes.deskOrder(view.order.reference)}>{t("desk.serial.toOrder")}</ButtonLink>}
    >
      {t(text, { status })}
    </EmptyState>
  );
}
