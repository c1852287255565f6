import "../disruption.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/app/_ui/page-heading";
import { Status } from "@/app/_ui/status";
import { Timeline } from "@/app/_ui/timeline";
import type { Language } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { getDisruption, type Message } from "@/lib/disruptions/queries";
import { FollowDisruption } from "@/lib/disruptions/schema";
import { pageContext } from "@/lib/web/session";
import { orNotFound } from "../../or-not-found";
import { pageTitle } from "../../page-title";
import { PortalFrame } from "../../portal-frame";
import { DisruptionActs } from "../disruption-acts";
import { promiseInWords } from "../promise-words";

type Asked = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return pageTitle((await shown(await pageContext(), params)).title.text);
}

/** One disruption with everything that has been said of it. */
export default async function DisruptionPage({ params }: Asked) {
  const ctx = await pageContext();
  const t = translator(ctx.language);
  const of = await shown(ctx, params);
  const langOf = ({ language }: { language: Language }) => (language === ctx.language ? undefined : language);
  const when = (at: Date) => formatInstant(at, { language: ctx.language, timeZone: ctx.organisation.timeZone });
  return (
    <PortalFrame current={routes.home()}>
      <PageHeading back={{ href: routes.disruptions(), label: t("disruptions.title") }}>
        <span lang={langOf(of.title)}>{of.title.text}</span>
      </PageHeading>
      <p className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Status tone={of.endedAt ? "kept" : "broken"}>
          {t(of.endedAt ? "disruptions.ended" : "disruptions.ongoing")}
        </Status>
        <span>
          {of.endedAt
            ? t("disruptions.endedAt", { when: when(of.endedAt) })
            : t("disruptions.since", { when: when(of.declaredAt) })}
        </span>
      </p>
      <h2 className="text-lead">{t("disruptions.affected")}</h2>
      <p className="mt-2 whitespace-pre-line" lang={langOf(of.affected)}>
        {of.affected.text}
      </p>
      {!of.endedAt && (
        <>
          <h2 className="mt-8 text-lead">{t("disruptions.meanwhile")}</h2>
          <p className="mt-2 whitespace-pre-line" lang={langOf(of.meanwhile)}>
            {of.meanwhile.text}
          </p>
          <p className="mt-8 font-strong">{promiseInWords(ctx, of)}</p>
          <p className="mt-2 text-plain text-ink-quiet">{t("disruptions.meTooHint")}</p>
          <DisruptionActs ctx={ctx} of={of} />
        </>
      )}
      <section aria-labelledby="timeline" className="mt-12">
        <h2 id="timeline" className="mb-4 text-title">
          {t("disruptions.timeline")}
        </h2>
        <Timeline label={t("disruptions.timeline")} events={of.messages.map((message) => eventOf(ctx, message))} />
      </section>
    </PortalFrame>
  );
}

function eventOf(ctx: Context, { id, kind, at, said }: Message) {
  return {
    ...{ key: id, at, what: translator(ctx.language)(`disruptions.kind.${kind}`) },
    when: formatInstant(at, { language: ctx.language, timeZone: ctx.organisation.timeZone }),
    detail: (
      <p className="whitespace-pre-line text-body" lang={said.language === ctx.language ? undefined : said.language}>
        {said.text}
      </p>
    ),
    icon: kind === "ended" ? ("check" as const) : kind === "declared" ? ("flag" as const) : ("message-square" as const),
  };
}

async function shown(ctx: Context, params: Asked["params"]) {
  const parsed = FollowDisruption.safeParse(await params);
  if (!parsed.success) notFound();
  return orNotFound(getDisruption(ctx, parsed.data.id));
}
