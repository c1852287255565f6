import "@/app/(portal)/disruptions/disruption.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeading } from "@/app/_ui/page-heading";
import { Status } from "@/app/_ui/status";
import { Timeline } from "@/app/_ui/timeline";
import { promiseInWords } from "@/app/(portal)/disruptions/promise-words";
import { orNotFound } from "@/app/(portal)/or-not-found";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { getDeskDisruption } from "@/lib/disruptions/desk-disruption";
import { getDisruption, type Message } from "@/lib/disruptions/queries";
import { findRecipients } from "@/lib/disruptions/recipients";
import { FollowDisruption } from "@/lib/disruptions/schema";
import { namesOf } from "@/lib/people/names-of";
import { typedBefore } from "@/lib/web/typed-before";
import { agentContext } from "../../agent-context";
import { momentInWords } from "../../moment";
import { DoneBanner } from "../done-banner";
import { Concerned } from "./concerned";
import { DisruptionActs } from "./disruption-acts";
import { Significant } from "./significant";

type Asked = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<"done" | "draft", string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const ctx = await agentContext("disruption:read");
  return pageTitle((await orNotFound(getDisruption(ctx, await idOf(params)))).title.text);
}

/** One disruption as the desk works it. */
export default async function DeskDisruptionPage({ params, searchParams }: Asked) {
  const ctx = await agentContext("disruption:read");
  const t = translator(ctx.language);
  const id = await idOf(params);
  const of = await orNotFound(getDeskDisruption(ctx, id));
  const view = await getDisruption(ctx, id);
  const { done, draft } = await searchParams;
  const typed = await typedBefore(ctx, typeof draft === "string" ? draft : undefined);
  const names = await namesOf(ctx, [of.row.significantById, ...of.reports.map(({ reportedById }) => reportedById)]);
  const { title, endedAt, declaredAt } = view;
  return (
    <PortalFrame current={routes.desk()} density="desk" notices={<DoneBanner done={done} language={ctx.language} />}>
      <PageHeading back={{ href: routes.deskDisruptions(), label: t("disruptions.desk.back") }}>
        <span lang={title.language === ctx.language ? undefined : title.language}>{title.text}</span>
      </PageHeading>
      <p className="desk-marks">
        <Status tone={endedAt ? "kept" : "broken"}>{t(endedAt ? "disruptions.ended" : "disruptions.ongoing")}</Status>
        <span>{t("disruptions.since", { when: momentInWords(declaredAt, ctx) })}</span>
        {!endedAt && <strong>{promiseInWords(ctx, view)}</strong>}
      </p>
      <DisruptionActs ctx={ctx} of={of} typed={typed} />
      <div className="desk-columns">
        <div>
          <section className="desk-section" aria-labelledby="timeline">
            <h2 id="timeline" className="desk-heading">
              {t("disruptions.timeline")}
            </h2>
            <Timeline label={t("disruptions.timeline")} events={view.messages.map((each) => eventOf(ctx, each))} />
          </section>
          <Significant {...{ ctx, of, typed, names }} recipient={await findRecipients(ctx)} />
        </div>
        <div>
          <Concerned ctx={ctx} of={of} />
          <Elsewhere ctx={ctx} id={id} />
        </div>
      </div>
    </PortalFrame>
  );
}

function Elsewhere({ ctx, id }: { ctx: Context; id: string }) {
  const t = translator(ctx.language);
  return (
    <p className="desk-acts">
      <ButtonLink kind="quiet" icon="external-link" href={routes.disruption(id)}>
        {t("disruptions.desk.public")}
      </ButtonLink>
      <ButtonLink kind="quiet" icon="file-text" href={routes.deskDisruptionExport(id, "text")}>
        {t("disruptions.desk.exportText")}
      </ButtonLink>
      <ButtonLink kind="quiet" icon="file-text" href={routes.deskDisruptionExport(id, "json")}>
        {t("disruptions.desk.exportJson")}
      </ButtonLink>
    </p>
  );
}

function eventOf(ctx: Context, { id, kind, at, said }: Message) {
  const what = translator(ctx.language)(`disruptions.kind.${kind}`);
  const lang = said.language === ctx.language ? undefined : said.language;
  return { key: id, at, what, when: momentInWords(at, ctx), detail: <p lang={lang}>{said.text}</p> };
}

async function idOf(params: Asked["params"]): Promise<string> {
  const parsed = FollowDisruption.safeParse(await params);
  if (!parsed.success) notFound();
  return parsed.data.id;
}
