import { ButtonLink } from "@/app/_ui/button";
import { fieldWords, formWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { solvedAction } from "../actions";
import { SolvedForm } from "./solved-form";

/** "Det löste sig", by one click; or it is taken back. */
export function Solved({ ctx, reference }: { ctx: Context; reference: string }) {
  const t = translator(ctx.language);
  return (
    <section aria-labelledby="solved-heading" className="mt-12 max-w-[44rem]">
      <h2 id="solved-heading" className="text-lead">
        {t("report.solved.heading")}
      </h2>
      <p className="mt-1">{t("report.solved.text")}</p>
      <SolvedForm
        action={solvedAction}
        reference={reference}
        text={{
          ...{ ...formWords(ctx.language), ...fieldWords(ctx.language), unreachable: t("report.reply.unreachable") },
          ...{ line: t("report.solved.line"), send: t("report.solved.send") },
        }}
      >
        <ButtonLink kind="quiet" href={routes.ticketCancel(reference)}>
          {t("report.cancel.open")}
        </ButtonLink>
      </SolvedForm>
    </section>
  );
}
