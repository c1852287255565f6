import { RatingFace } from "@/app/_ui/rating-face";
import { fieldWords, formWords } from "@/app/_ui/ui-words";
import { ratings } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { listRatings } from "@/lib/tickets/list-ratings";
import type { TicketView } from "@/lib/tickets/queries";
import { TextForm } from "../../orders/text-form";
import { rateAction, reopenAction, solvedAction } from "../actions";
import { RateForm } from "./rate-form";
import { SolvedForm } from "./solved-form";

/** Once it is resolved: was it good, is it not solved after all, or is it done with. Nothing is asked that must be answered. */
export async function Ended({ ctx, view: { ticket } }: { ctx: Context; view: TicketView }) {
  const t = translator(ctx.language);
  const { reference } = ticket;
  const given = (await listRatings(ctx, reference)).find(({ isCurrent }) => isCurrent);
  const unreachable = t("report.reply.unreachable");
  const words = { ...formWords(ctx.language), ...fieldWords(ctx.language), unreachable };
  return (
    <div className="mt-8 grid max-w-[44rem] gap-10">
      <section id="rating-section">
        <RateForm
          action={rateAction}
          reference={reference}
          given={given ? { rating: given.rating, text: given.text } : null}
          text={{
            ...{ ...words, question: t("report.rate.question"), comment: t("report.rate.text") },
            ...{ send: t(given ? "report.rate.change" : "report.rate.send"), done: t("report.rate.done") },
            until: t("report.rate.until"),
            ratings: ratings.map((value) => ({ value, label: <RatingFace rating={value} language={ctx.language} /> })),
          }}
        />
      </section>
      <section aria-labelledby="reopen-heading">
        <h2 id="reopen-heading" className="text-lead">
          {t("report.reopen.heading")}
        </h2>
        <TextForm
          id="reopen"
          action={reopenAction}
          about={{ reference }}
          name="reason"
          kind="quiet"
          text={{
            ...{ ...words, label: t("report.reopen.label"), hint: t("report.reopen.hint") },
            send: t("report.reopen.send"),
          }}
        />
      </section>
      <section aria-labelledby="close-heading">
        <h2 id="close-heading" className="text-lead">
          {t("report.solved.closeHeading")}
        </h2>
        <p className="mt-1">{t("report.solved.closeText")}</p>
        <SolvedForm action={solvedAction} reference={reference} text={{ ...words, send: t("report.solved.close") }} />
      </section>
    </div>
  );
}
