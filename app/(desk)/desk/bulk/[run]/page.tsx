import type { Metadata } from "next";
import { notFound } from "next/navigation";
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
import { backTo } from "../chosen";
import { BulkItems } from "./bulk-items";
import { Preview, Result, Underway } from "./run-parts";

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
