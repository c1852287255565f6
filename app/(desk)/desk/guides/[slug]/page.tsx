import "@/app/(portal)/guides/guide.css";
import "../guides-desk.css";
import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { PageHeading } from "@/app/_ui/page-heading";
import { orNotFound } from "@/app/(portal)/or-not-found";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { type GuideAnswer, type GuideCounts, getDeskGuide } from "@/lib/guides/desk-guides";
import { namesOf } from "@/lib/people/names-of";
import { agentContext } from "../../agent-context";
import { momentInWords } from "../../moment";
import { DraftActs } from "./draft-acts";
import { GuidePreview } from "./guide-preview";
import { Difference, GuideVersions } from "./guide-versions";

type Asked = { params: Promise<{ slug: string }>; searchParams: Promise<{ done?: string | string[] }> };

const dones = ["saved", "published", "restored", "discarded"] as const;

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const ctx = await agentContext("guide:write");
  const { draft, published } = await orNotFound(getDeskGuide(ctx, (await params).slug));
  return pageTitle((draft ?? published)?.title.sv ?? "");
}

/** One guide as its writers see it: the draft as it will read, what it changes, and every edition before. */
export default async function DeskGuidePage({ params, searchParams }: Asked) {
  const ctx = await agentContext("guide:write");
  const t = translator(ctx.language);
  const { guide, draft, published, versions, answers, ...counts } = await orNotFound(
    getDeskGuide(ctx, (await params).slug),
  );
  const names = await namesOf(
    ctx,
    versions.map(({ publishedById }) => publishedById),
  );
  const asked = (await searchParams).done;
  const told = dones.find((each) => each === asked);
  const shown = draft ?? published;
  return (
    <PortalFrame
      current={routes.desk()}
      density="desk"
      notices={told && <Banner tone="success" heading={t(`guides.done.${told}`)} />}
    >
      <PageHeading back={{ href: routes.deskGuides(), label: t("guides.desk.title") }}>{shown?.title.sv}</PageHeading>
      <DraftActs ctx={ctx} guide={guide} draft={draft} />
      <section aria-labelledby="text" className="desk-section">
        <h2 id="text" className="desk-heading">
          {t(draft ? "guides.page.draftHeading" : "guides.page.publishedHeading")}
        </h2>
        {shown && <GuidePreview ctx={ctx} version={shown} />}
      </section>
      {draft && published && (
        <section aria-labelledby="changes" className="desk-section">
          <h2 id="changes" className="desk-heading">
            {t("guides.page.draftChanges")}
          </h2>
          <Difference ctx={ctx} before={published} after={draft} />
        </section>
      )}
      {published && <Counts ctx={ctx} counts={counts} answers={answers} />}
      {versions.length > 0 && (
        <section aria-labelledby="versions" className="desk-section">
          <h2 id="versions" className="desk-heading">
            {t("guides.page.versions")}
          </h2>
          <GuideVersions {...{ ctx, guide, versions, names }} hasDraft={draft !== null} />
        </section>
      )}
    </PortalFrame>
  );
}

type CountsProps = { ctx: Context; counts: GuideCounts; answers: readonly GuideAnswer[] };

function Counts({ ctx, counts, answers }: CountsProps) {
  const t = translator(ctx.language);
  const facts = [
    ["shown", counts.shown],
    ["helped", counts.helped],
    ["notHelped", counts.notHelped],
    ["instead", counts.insteadOfTicket],
  ] as const;
  return (
    <section aria-labelledby="counts" className="desk-section">
      <h2 id="counts" className="desk-heading">
        {t("guides.page.counts")}
      </h2>
      <dl className="guide-counts">
        {facts.map(([key, count]) => (
          <div key={key}>
            <dt>{t(`guides.desk.${key}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {answers.length > 0 && <h3 className="desk-heading mt-4">{t("guides.page.answers")}</h3>}
      <ul className="desk-talk">
        {answers.map(({ at, text, hasHelped }) => (
          <li key={at.toISOString() + text} className="desk-said">
            <p className="text-ink-quiet">
              {t(hasHelped ? "guides.page.helped" : "guides.page.notHelped")} · {momentInWords(at, ctx)}
            </p>
            <p className="desk-said-body">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
