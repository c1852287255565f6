import type { Metadata } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import { Money } from "@/app/_ui/price-line";
import { type Column, Table } from "@/app/_ui/table";
import type { Context } from "@/lib/base/context";
import { formatDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listOrders, type OrderSummary } from "@/lib/orders/queries";
import { pageContext, signedInContext } from "@/lib/web/session";
import { pageTitle } from "../page-title";
import { PortalFrame } from "../portal-frame";
import { MySubstitutes } from "./my-substitutes";

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("approvals.title"));
}

/** Everything that waits for this person's decision, with what it costs. */
export default async function ApprovalsPage() {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const { items, next } = await listOrders(ctx, { view: "approvals" }, { limit: 100 });
  return (
    <PortalFrame current={routes.approvals()}>
      <PageHeading lead={t("approvals.lead")}>{t("approvals.title")}</PageHeading>
      {items.length === 0 ? (
        <EmptyState
          heading={t("approvals.emptyHeading")}
          action={<a href={routes.orders()}>{t("approvals.emptyAction")}</a>}
        >
          {t("approvals.empty")}
        </EmptyState>
      ) : (
        <Table
          caption={t("approvals.waiting", { count: items.length })}
          language={ctx.language}
          rows={items}
          keyOf={({ id }) => id}
          columns={columnsOf(ctx)}
        />
      )}
      {next && <p className="mt-4">{t("approvals.more", { count: items.length })}</p>}
      <MySubstitutes ctx={ctx} />
    </PortalFrame>
  );
}

function columnsOf({ language, organisation }: Context): Column<OrderSummary>[] {
  const t = translator(language);
  const zoned = { language, timeZone: organisation.timeZone };
  const rent = ({ rentPerMonthOre, quantity }: OrderSummary) => rentPerMonthOre * quantity;
  return [
    {
      ...{ key: "what", heading: t("approvals.what"), isRowHeading: true },
      cell: ({ reference, title }) => (
        <>
          <a href={routes.approval(reference)}>{title}</a>
          <span className="block text-plain font-plain text-ink-quiet reference">{reference}</span>
        </>
      ),
    },
    { key: "who", heading: t("approvals.who"), cell: ({ requester }) => requester },
    {
      ...{ key: "unit", heading: t("approvals.unit") },
      cell: ({ unit, costCentre }) => (
        <>
          {unit} <span className="block font-mono text-plain text-ink-quiet">{costCentre}</span>
        </>
      ),
    },
    {
      ...{ key: "month", heading: t("approvals.perMonth"), isNumeric: true, isNarrow: true },
      cell: (order) => <Money ore={rent(order)} language={language} />,
    },
    {
      ...{ key: "year", heading: t("approvals.perYear"), isNumeric: true, isNarrow: true },
      cell: (order) => <Money ore={rent(order) * 12} language={language} />,
    },
    {
      ...{ key: "since", heading: t("approvals.since"), isNarrow: true },
      cell: ({ receivedAt }) => formatDay(receivedAt, zoned),
    },
  ];
}
