import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { bulkActs } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listQueue, type QueueRow } from "@/lib/tickets/list-queue";
import { agentContext } from "../agent-context";
import { DeskForm } from "../desk-form";
import { deskFormWords } from "../desk-form-words";
import { filterChoices } from "../filter-choices";
import { prepareBulkAction } from "./actions";
import { bulkFields } from "./bulk-fields";
import { readChosen } from "./chosen";

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext();
  return pageTitle(translator(language)("queue.choose.label"));
}

/** What the act asks, once for all the tickets that were chosen in the queue. */
export default async function BulkPage({ searchParams }: Query) {
  const ctx = await agentContext();
  const t = translator(ctx.language);
  const { act: asked, references, back } = readChosen(await searchParams);
  const act = bulkActs.find((each) => each === asked) ?? "assign";
  const shown = { view: "all", filter: { references } } as const;
  const { items } = references.length > 0 ? await listQueue(ctx, shown, { limit: references.length }) : { items: [] };
  if (items.length === 0) return <NothingChosen ctx={ctx} back={back} />;
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading lead={t("bulk.form.lead")} back={{ href: back, label: t("bulk.form.back") }}>
        {t("bulk.form.heading", { act: t(`bulk.act.${act}`), count: references.length })}
      </PageHeading>
      <div className="desk-columns">
        <DeskForm
          id="bulk"
          action={prepareBulkAction}
          hidden={{ act, references, from: back.slice(routes.desk().length) }}
          fields={bulkFields(ctx, act, await filterChoices(ctx))}
          submit={{ label: t("bulk.form.submit") }}
          words={deskFormWords(ctx.language)}
        />
        <Chosen ctx={ctx} rows={items} />
      </div>
    </PortalFrame>
  );
}

function Chosen({ ctx, rows }: { ctx: Context; rows: readonly QueueRow[] }) {
  const t = translator(ctx.language);
  return (
    <section aria-labelledby="chosen">
      <h2 id="chosen" className="desk-heading">
        {t("bulk.form.chosen")}
      </h2>
      <ul className="bulk-chosen">
        {rows.map(({ id, reference, title }) => (
          <li key={id}>
            <span className="reference">{reference}</span> {title}
          </li>
        ))}
      </ul>
    </section>
  );
}

function NothingChosen({ ctx, back }: { ctx: Context; back: string }) {
  const t = translator(ctx.language);
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading>{t("queue.choose.label")}</PageHeading>
      <EmptyState heading={t("bulk.form.none")} action={<ButtonLink href={back}>{t("bulk.form.back")}</ButtonLink>}>
        {t("bulk.form.noneText")}
      </EmptyState>
    </PortalFrame>
  );
}
