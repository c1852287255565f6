import type { Metadata } from "next";
import { Button, ButtonLink, ButtonRow } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import { Pagination } from "@/app/_ui/pagination";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listOwnTickets } from "@/lib/tickets/own-tickets";
import type { TicketView } from "@/lib/tickets/queries";
import { isOpen } from "@/lib/tickets/status";
import { pageContext, signedInContext } from "@/lib/web/session";
import { pageTitle } from "../page-title";
import { PortalFrame } from "../portal-frame";
import { Unsent } from "../report/unsent";
import { cursorOf, goingOnFrom } from "./cursor";
import { TicketRows } from "./ticket-rows";

type Query = { searchParams: Promise<{ q?: string | string[]; after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("report.mine.title"));
}

export default async function MyTicketsPage({ searchParams }: Query) {
  const ctx = await signedInContext();
  const t = translator(ctx.language);
  const asked = await searchParams;
  const q = (typeof asked.q === "string" ? asked.q : "").trim().slice(0, 200);
  const cursor = cursorOf(asked.after);
  const { items, next } = await listOwnTickets(ctx, { q }, { cursor, limit: 20 });
  return (
    <PortalFrame current={routes.tickets()}>
      <PageHeading lead={t("report.mine.lead")}>{t("report.mine.title")}</PageHeading>
      <ButtonRow>
        <ButtonLink href={routes.report()}>{t("report.open.incident")}</ButtonLink>
        <ButtonLink kind="quiet" href={routes.report({ type: "question" })}>
          {t("report.open.question")}
        </ButtonLink>
      </ButtonRow>
      <Unsent ctx={ctx} />
      {(items.length > 0 || q !== "") && <Search ctx={ctx} q={q} />}
      {items.length > 0 ? <Halves ctx={ctx} items={items} /> : <Nothing ctx={ctx} q={q} />}
      <Pagination
        language={ctx.language}
        previousHref={cursor ? routes.tickets() : undefined}
        nextHref={next ? goingOnFrom(next, q) : undefined}
      />
    </PortalFrame>
  );
}

function Halves({ ctx, items }: { ctx: Context; items: TicketView[] }) {
  const t = translator(ctx.language);
  const open = items.filter(({ ticket }) => isOpen(ticket.status));
  const ended = items.filter(({ ticket }) => !isOpen(ticket.status));
  const halves = [["open", open] as const, ["ended", ended] as const];
  return halves.map(([name, half]) =>
    half.length === 0 ? null : (
      <section key={name} aria-labelledby={name} className="mt-10">
        <h2 id={name} className="mb-4 text-title">
          {t(`report.mine.${name}`)}
        </h2>
        <TicketRows ctx={ctx} tickets={half} />
      </section>
    ),
  );
}

function Search({ ctx, q }: { ctx: Context; q: string }) {
  const t = translator(ctx.language);
  return (
    <search>
      <form action={routes.tickets()} className="mt-10">
        <label htmlFor="q" className="field-label">
          {t("report.mine.search")}
        </label>
        <div className="mt-2 flex max-w-[44rem] flex-wrap gap-3">
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={q}
            maxLength={200}
            className="control min-w-0 flex-1 basis-56"
          />
          <Button type="submit" kind="quiet" icon="search">
            {t("report.mine.find")}
          </Button>
        </div>
      </form>
    </search>
  );
}

function Nothing({ ctx, q }: { ctx: Context; q: string }) {
  const t = translator(ctx.language);
  if (!q) return <EmptyState heading={t("report.mine.emptyHeading")}>{t("report.mine.empty")}</EmptyState>;
  return (
    <EmptyState
      heading={t("report.mine.none", { query: q })}
      action={<a href={routes.tickets()}>{t("report.mine.all")}</a>}
    >
      {t("report.mine.noneText")}
    </EmptyState>
  );
}
