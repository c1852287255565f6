import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Banner } from "@/app/_ui/banner";
import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import { PageHeading } from "@/app/_ui/page-heading";
import { orNotFound } from "@/app/(portal)/or-not-found";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { OnRun } from "@/lib/desk/bulk-schema";
import { type BulkView, getBulk } from "@/lib/desk/get-bulk";
import { agentContext } from "../../agent-context";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { runBulkAction, undoBulkAction } from "../actions";
import { backTo } from "../chosen";
import { BulkItems } from "./bulk-items";
import { RunProgress } from "./run-progress";

type Params = { params: Promise<{ run: string }> };

const headings = {
  prepared: "bulk.run.titlePrepared",
  running: "bulk.run.titleRunning",
  done: "bulk.run.titleDone",
} as const;

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { ctx, view } = await viewOf(params);
  return pageTitle(translator(ctx.language)(headings[view.run.status]));
}

/** One act on many tickets: to be looked at, under way, or with what came of each. */
export default async function BulkRunPage({ params }: Params) {
  const { ctx, view } = await viewOf(params);
  const t = translator(ctx.language);
  const { run } = view;
  const back = backTo(run.returnTo);
  const heading = run.status === "done" && run.undoOf ? "bulk.run.titleUndone" : headings[run.status];
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading kicker={t(`bulk.act.${run.act}`)} back={{ href: back, label: t("bulk.run.toQueue") }}>
        {t(heading)}
      </PageHeading>
      {run.status === "prepared" && <Preview ctx={ctx} view={view} />}
      {run.status === "running" && <Underway ctx={ctx} view={view} />}
      {run.status === "done" && <Result ctx={ctx} view={view} back={back} />}
      <BulkItems ctx={ctx} view={view} />
    </PortalFrame>
  );
}

async function viewOf(params: Params["params"]): Promise<{ ctx: Context; view: BulkView }> {
  const ctx = await agentContext();
  const { run } = await params;
  if (!OnRun.safeParse({ id: run }).success) notFound();
  return { ctx, view: await orNotFound(getBulk(ctx, run)) };
}

type PartProps = { ctx: Context; view: BulkView };

function Preview({ ctx, view: { run, items, pending } }: PartProps) {
  const t = translator(ctx.language);
  const would = items.filter(({ item }) => item.state === "pending" && !item.why).length;
  return (
    <>
      <p>{t("bulk.run.lead", { would, wont: items.length - would })}</p>
      {would > 0 && pending > 0 && (
        <DeskForm
          id="run"
          action={runBulkAction}
          hidden={{ id: run.id }}
          submit={{ label: t("bulk.run.submit", { act: t(`bulk.act.${run.act}`), count: would }) }}
          words={deskFormWords(ctx.language)}
        />
      )}
    </>
  );
}

function Underway({ ctx, view: { items, pending, run } }: PartProps) {
  const t = translator(ctx.language);
  const settled = items.length - pending;
  return (
    <>
      <RunProgress
        settled={settled}
        all={items.length}
        words={t("bulk.run.progress", { settled, all: items.length })}
      />
      <p>{t("bulk.run.progressText")}</p>
      <ButtonRow>
        <ButtonLink kind="quiet" href={routes.deskBulkRun(run.id)}>
          {t("bulk.run.refresh")}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function Result({ ctx, view: { run, done, skipped, canUndo, undoneBy }, back }: PartProps & { back: string }) {
  const t = translator(ctx.language);
  const tells = ["pause", "reply", "resolve", "cancel"].includes(run.act) && done > 0;
  return (
    <>
      <Banner tone={done > 0 ? "success" : "notice"} heading={t("bulk.run.result", { done, skipped })}>
        {tells && <p>{t("bulk.run.digest")}</p>}
        {undoneBy && (
          <p>
            {t("bulk.run.undone")} <a href={routes.deskBulkRun(undoneBy)}>{t("bulk.run.toUndo")}</a>
          </p>
        )}
      </Banner>
      <div className="desk-acts">
        <ButtonLink href={back}>{t("bulk.run.toQueue")}</ButtonLink>
        {canUndo && (
          <DeskForm
            id="undo"
            action={undoBulkAction}
            hidden={{ id: run.id }}
            submit={{ label: t("bulk.run.undo"), kind: "quiet", icon: "undo-2" }}
            words={deskFormWords(ctx.language)}
          />
        )}
        {canUndo && <span className="desk-acts-words">{t("bulk.run.undoText")}</span>}
      </div>
    </>
  );
}
