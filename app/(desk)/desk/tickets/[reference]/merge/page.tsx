import "../ticket.css";
import type { Metadata } from "next";
import { Button, ButtonLink } from "@/app/_ui/button";
import { PageHeading } from "@/app/_ui/page-heading";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { findMergeable } from "@/lib/tickets/find-mergeable";
import { momentInWords } from "../../../moment";
import { ticketForAgent } from "../ticket-context";
import { MergeForm } from "./merge-form";

type Asked = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<"q" | "into", string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { ctx, view } = await ticketForAgent((await params).reference);
  return pageTitle(`${translator(ctx.language)("deskTicket.merge.title")} ${view.ticket.reference}`);
}

/** Which ticket it is the same as; then both side by side before they become one. */
export default async function MergePage({ params, searchParams }: Asked) {
  const given = await ticketForAgent((await params).reference);
  const { ctx, view } = given;
  const t = translator(ctx.language);
  const { reference, title } = view.ticket;
  const { q, into } = await searchParams;
  const query = typeof q === "string" ? q : "";
  const chosen = typeof into === "string" ? into : "";
  const found = await findMergeable(ctx, reference, chosen || query);
  const other = found.find((each) => each.reference === chosen);
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading
        back={{ href: routes.deskTicket(reference), label: t("deskTicket.transfer.back") }}
        kicker={
          <>
            <span className="reference">{reference}</span> {title}
          </>
        }
        lead={t("deskTicket.merge.lead")}
      >
        {t("deskTicket.merge.title")}
      </PageHeading>
      {other ? (
        <MergeForm {...given} other={other} />
      ) : (
        <>
          <search>
            <form action={routes.deskMerge(reference)} className="merge-search">
              <MergeSearch label={t("deskTicket.merge.search")} query={query} />
              <Button type="submit" kind="quiet" icon="search">
                {t("deskTicket.merge.find")}
              </Button>
            </form>
          </search>
          <ul className="mergeable">
            {found.map((each) => (
              <li key={each.reference}>
                <div>
                  <p>
                    <span className="reference">{each.reference}</span> <strong>{each.title}</strong>
                  </p>
                  <p className="text-ink-quiet">
                    {momentInWords(each.receivedAt, ctx)} · {t("deskTicket.merge.messages", { count: each.messages })}
                  </p>
                </div>
                <ButtonLink kind="quiet" href={`${routes.deskMerge(reference)}?into=${each.reference}`}>
                  {t("deskTicket.merge.choose", { reference: each.reference })}
                </ButtonLink>
              </li>
            ))}
          </ul>
          {found.length === 0 && <p>{t("deskTicket.merge.none")}</p>}
        </>
      )}
    </PortalFrame>
  );
}

function MergeSearch({ label, query }: { label: string; query: string }) {
  return (
    <div className="field">
      <label htmlFor="q" className="field-label">
        {label}
      </label>
      <input id="q" name="q" type="search" className="control" data-width="medium" defaultValue={query} />
    </div>
  );
}
