import type { Metadata } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeading } from "@/app/_ui/page-heading";
import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { type DisruptionView, listDisruptions } from "@/lib/disruptions/queries";
import { pageContext } from "@/lib/web/session";
import { DisruptionBanner } from "../disruption-banner";
import { pageTitle } from "../page-title";
import { PortalFrame } from "../portal-frame";

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("disruptions.title"));
}

/** What does not work now, and what there has been. */
export default async function DisruptionsPage() {
  const ctx = await pageContext();
  const t = translator(ctx.language);
  const all = await listDisruptions(ctx);
  const ended = all.filter(({ endedAt }) => endedAt);
  return (
    <PortalFrame current={routes.home()}>
      <PageHeading lead={t("disruptions.lead")}>{t("disruptions.title")}</PageHeading>
      {all.length > ended.length ? (
        <DisruptionBanner ctx={ctx} />
      ) : (
        <EmptyState heading={t("disruptions.noneNow")}>{t("disruptions.noneNowText")}</EmptyState>
      )}
      <section aria-labelledby="before" className="mt-12">
        <h2 id="before" className="mb-3 text-title">
          {t("disruptions.before")}
        </h2>
        {ended.length === 0 && <p className="text-ink-quiet">{t("disruptions.noneBefore")}</p>}
        <ul className="border-t border-hairline">
          {ended.map((of) => (
            <Ended key={of.id} ctx={ctx} of={of} />
          ))}
        </ul>
      </section>
    </PortalFrame>
  );
}

function Ended({ ctx, of }: { ctx: Context; of: DisruptionView }) {
  const t = translator(ctx.language);
  const when = (at: Date) => formatInstant(at, { language: ctx.language, timeZone: ctx.organisation.timeZone });
  return (
    <li className="border-b border-hairline py-5">
      <a
        href={routes.disruption(of.id)}
        className="font-strong"
        lang={of.title.language === ctx.language ? undefined : of.title.language}
      >
        {of.title.text}
      </a>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-plain text-ink-quiet">
        <Status tone="kept">{t("disruptions.ended")}</Status>
        <span>
          {t("disruptions.wasBetween", { from: when(of.declaredAt), to: of.endedAt ? when(of.endedAt) : "" })}
        </span>
      </p>
    </li>
  );
}
