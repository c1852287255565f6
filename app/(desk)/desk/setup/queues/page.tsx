import type { Metadata } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { Status } from "@/app/_ui/status";
import { type Column, Table } from "@/app/_ui/table";
import { pageTitle } from "@/app/(portal)/page-title";
import type { Context } from "@/lib/base/context";
import { type Translate, translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listQueueSetup, type QueueSetup } from "@/lib/tickets/queue-setup";
import { agentContext } from "../../agent-context";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { SetupFrame } from "../setup-frame";
import { addQueueAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext("desk:edit");
  return pageTitle(translator(language)("setup.queues.title"));
}

/** Every queue, closed ones too, with who carries it. */
export default async function QueuesPage() {
  const ctx = await agentContext("desk:edit");
  const t = translator(ctx.language);
  const rows = await listQueueSetup(ctx);
  return (
    <SetupFrame ctx={ctx} title={t("setup.queues.title")} lead={t("setup.queues.lead")} formId="queue">
      <p className="setup-rule">{t("setup.queues.rule")}</p>
      {rows.length === 0 ? (
        <EmptyState heading={t("setup.queues.title")}>{t("setup.queues.empty")}</EmptyState>
      ) : (
        <Table
          caption={t("setup.queues.caption")}
          isCaptionHidden
          language={ctx.language}
          columns={columnsOf(t)}
          rows={rows}
          keyOf={({ slug }) => slug}
          toneOf={(row) => (needsEye(row) ? (row.openTickets > 0 ? "broken" : "soon") : undefined)}
        />
      )}
      <NewQueue ctx={ctx} />
    </SetupFrame>
  );
}

const needsEye = ({ isClosed, members }: QueueSetup) => !isClosed && members === 0;

function columnsOf(t: Translate): Column<QueueSetup>[] {
  return [
    {
      ...{ key: "name", heading: t("setup.queues.name"), isRowHeading: true },
      cell: ({ slug, name }) => <a href={routes.deskQueue(slug)}>{name}</a>,
    },
    { key: "line", heading: t("setup.queues.line"), isNumeric: true, isNarrow: true, cell: ({ line }) => line },
    {
      ...{ key: "members", heading: t("setup.queues.members"), isNumeric: true, isNarrow: true },
      cell: ({ members }) => members,
    },
    {
      ...{ key: "openTickets", heading: t("setup.queues.openTickets"), isNumeric: true, isNarrow: true },
      cell: ({ openTickets }) => openTickets,
    },
    {
      ...{ key: "supplier", heading: t("setup.queues.supplier") },
      cell: ({ supplier }) => supplier?.name ?? t("setup.none"),
    },
    { key: "state", heading: t("setup.queues.state"), cell: (row) => <State t={t} row={row} /> },
  ];
}

function State({ t, row }: { t: Translate; row: QueueSetup }) {
  if (row.isClosed)
    return (
      <Status tone="neutral" icon="ban">
        {t("setup.queues.isClosed")}
      </Status>
    );
  if (row.members === 0) return <Status tone="broken">{t("setup.queues.isUnstaffed")}</Status>;
  return <Status tone="kept">{t("setup.queues.isOpen")}</Status>;
}

function NewQueue({ ctx }: { ctx: Context }) {
  const t = translator(ctx.language);
  const lines = ([1, 2, 3] as const).map((line) => ({ value: String(line), label: t(`setup.queues.line${line}`) }));
  return (
    <section className="desk-section" aria-labelledby="new">
      <h2 id="new" className="desk-heading">
        {t("setup.queues.new")}
      </h2>
      <p className="setup-rule">{t("setup.queues.newRule")}</p>
      <DeskForm
        id="queue"
        action={addQueueAction}
        hidden={{}}
        fields={[
          { kind: "text", name: "name", label: t("setup.queues.name") },
          { kind: "select", name: "line", label: t("setup.queues.line"), options: lines },
        ]}
        submit={{ label: t("setup.queues.add") }}
        words={deskFormWords(ctx.language)}
      />
    </section>
  );
}
