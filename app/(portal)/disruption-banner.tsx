import "./disruptions/disruption.css";
import { Icon } from "@/app/_ui/icon";
import type { Language } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { currentDisruptions, type DisruptionView } from "@/lib/disruptions/queries";
import { DisruptionActs } from "./disruptions/disruption-acts";
import { promiseInWords } from "./disruptions/promise-words";

type DisruptionBannerProps = {
  ctx: Context;
  /** On a form: what concerns its category, or its service. Without either: everything. */
  category?: string | undefined;
  service?: string | undefined;
};

/** What does not work right now, and for a while that it works again. Nothing where all is well. */
export async function DisruptionBanner({ ctx, category, service }: DisruptionBannerProps) {
  const found = await currentDisruptions(ctx, { category, service });
  if (found.length === 0) return null;
  return (
    <section aria-label={translator(ctx.language)("disruptions.banner.label")}>
      {found.map((of) => (
        <One key={of.id} ctx={ctx} of={of} />
      ))}
    </section>
  );
}

type Shown = { text: string; language: Language };

function One({ ctx, of }: { ctx: Context; of: DisruptionView }) {
  const t = translator(ctx.language);
  const isEnded = of.endedAt !== null;
  const langOf = ({ language }: Shown) => (language === ctx.language ? undefined : language);
  const [before, after] = t(isEnded ? "disruptions.banner.ended" : "disruptions.banner.ongoing", { title: "\n" }).split(
    "\n",
  );
  const when = (at: Date) => formatInstant(at, { language: ctx.language, timeZone: ctx.organisation.timeZone });
  return (
    <div className="disruption" data-state={isEnded ? "ended" : "ongoing"}>
      <Icon name={isEnded ? "circle-check" : "triangle-alert"} />
      <div>
        <h2 className="disruption-heading">
          {before}
          <a href={routes.disruption(of.id)} lang={langOf(of.title)}>
            {of.title.text}
          </a>
          {after}
        </h2>
        {isEnded ? (
          <p lang={of.latest && langOf(of.latest.said)}>{of.latest?.said.text}</p>
        ) : (
          <>
            <p lang={langOf(of.affected)}>{of.affected.text}</p>
            {of.latest && (
              <p>
                {t("disruptions.banner.latest", { when: when(of.latest.at) })}{" "}
                <span lang={langOf(of.latest.said)}>{of.latest.said.text}</span>
              </p>
            )}
            <p className="text-plain">{promiseInWords(ctx, of)}</p>
            <DisruptionActs ctx={ctx} of={of} />
          </>
        )}
      </div>
    </div>
  );
}
