import "../guide.css";
import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeading } from "@/app/_ui/page-heading";
import { Status } from "@/app/_ui/status";
import { fieldWords, formWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { formatLongDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { type Guide, getGuide } from "@/lib/guides/queries";
import { SuggestGuides } from "@/lib/guides/schema";
import { suggestGuides } from "@/lib/guides/suggest-guides";
import { pageContext } from "@/lib/web/session";
import { orNotFound } from "../../or-not-found";
import { pageTitle } from "../../page-title";
import { PortalFrame } from "../../portal-frame";
import { answerGuideAction } from "../actions";
import { HelpedForm } from "./helped-form";
import { ShownBeacon } from "./shown-beacon";

type Asked = { params: Promise<{ slug: string }>; searchParams: Promise<{ from?: string | string[] }> };

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const ctx = await pageContext();
  return pageTitle((await orNotFound(getGuide(ctx, (await params).slug))).title);
}

export default async function GuidePage({ params, searchParams }: Asked) {
  const ctx = await pageContext();
  const t = translator(ctx.language);
  const guide = await orNotFound(getGuide(ctx, (await params).slug));
  const isForeign = guide.language !== ctx.language;
  const lang = isForeign ? guide.language : undefined;
  return (
    <PortalFrame current={routes.guides()}>
      <PageHeading
        back={{ href: routes.guides(), label: t("guides.title") }}
        lead={<span lang={lang}>{guide.summary}</span>}
      >
        <span lang={lang}>{guide.title}</span>
      </PageHeading>
      {guide.audience === "internal" && (
        <p className="mb-5">
          <Status tone="waiting" icon="users">
            {t("guides.internal")}
          </Status>
        </p>
      )}
      {isForeign && <p className="mb-5 text-plain text-ink-quiet">{t("guides.onlySwedish")}</p>}
      <article
        className="guide-text"
        lang={lang}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a guide's Markdown, in which raw HTML is shown as text
        dangerouslySetInnerHTML={{ __html: guide.html }}
      />
      <Helped ctx={ctx} slug={guide.slug} isInstead={(await searchParams).from === "report"} />
      <More ctx={ctx} guide={guide} />
      <ShownBeacon slug={guide.slug} />
    </PortalFrame>
  );
}

function Helped({ ctx, slug, isInstead }: { ctx: Context; slug: string; isInstead: boolean }) {
  const t = translator(ctx.language);
  if (ctx.actor.kind !== "person") return null;
  return (
    <HelpedForm
      action={answerGuideAction}
      about={{ slug, ...(isInstead ? { from: "report" } : {}) }}
      text={{
        ...{ ...fieldWords(ctx.language), busyLabel: formWords(ctx.language).busyLabel },
        ...{ heading: t("guides.helped.heading"), no: t("guides.helped.no"), text: t("guides.helped.text") },
        ...{ textHint: t("guides.helped.textHint"), send: t("guides.helped.send"), done: t("guides.helped.done") },
        ...{ yes: t(isInstead ? "guides.helped.yesInstead" : "guides.helped.yes") },
        unreachable: t("guides.helped.unreachable"),
      }}
    />
  );
}

async function More({ ctx, guide }: { ctx: Context; guide: Guide }) {
  const t = translator(ctx.language);
  const asked = SuggestGuides.parse({ text: guide.title, category: guide.categories[0], limit: 4 });
  const related = (await suggestGuides(ctx, asked)).filter(({ slug }) => slug !== guide.slug).slice(0, 3);
  const { phone } = ctx.organisation.settings.servicedesk;
  const day = formatLongDay(guide.publishedAt, { language: ctx.language, timeZone: ctx.organisation.timeZone });
  return (
    <div className="guide-more mt-10">
      {related.length > 0 && (
        <nav aria-labelledby="related">
          <h2 id="related" className="text-lead">
            {t("guides.related")}
          </h2>
          <ul className="mt-2">
            {related.map(({ slug, title, language }) => (
              <li key={slug} className="py-1.5" lang={language === ctx.language ? undefined : language}>
                <a href={routes.guide(slug)}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <h2 className="mt-8 text-lead">{t("guides.otherWays")}</h2>
      <p className="mt-2">{t("guides.ask", { phone })}</p>
      <p className="mt-8 text-plain text-ink-quiet">{t("guides.updated", { day })}</p>
      {may(ctx.actor, "guide:write") && (
        <p className="mt-3">
          <ButtonLink kind="quiet" icon="square-pen" href={routes.deskGuide(guide.slug)}>
            {t("guides.edit")}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
