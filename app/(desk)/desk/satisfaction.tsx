import { RatingFace } from "@/app/_ui/rating-face";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { listRatings } from "@/lib/tickets/list-ratings";

/** A fact of the ticket: what its requester thought of each solution, the newest first. Nothing where nothing has been solved. */
export async function Satisfaction({ ctx, reference }: { ctx: Context; reference: string }) {
  const t = translator(ctx.language);
  const ratings = (await listRatings(ctx, reference)).reverse();
  if (ratings.length === 0) return null;
  return (
    <section aria-label={t("report.rate.deskHeading")}>
      <h3 className="font-strong">{t("report.rate.deskHeading")}</h3>
      <ul>
        {ratings.map(({ rating, text, ratedAt, isCurrent }) => (
          <li key={ratedAt.toISOString()} className={isCurrent ? "" : "text-ink-quiet"}>
            <RatingFace rating={rating} language={ctx.language} />
            {!isCurrent && <span> {t("report.rate.deskEarlier")}</span>}
            {text && <p className="whitespace-pre-line wrap-anywhere">{text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
