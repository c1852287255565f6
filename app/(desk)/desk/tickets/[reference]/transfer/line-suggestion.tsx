import { Button } from "@/app/_ui/button";
import { type TriedStep, triedSteps } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { Invalid, RuleBroken } from "@/lib/base/errors";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { listQueues } from "@/lib/tickets/queues";
import { type Suggestion, suggestLine } from "@/lib/tickets/suggest-line";

export type QueueSuggestion = Suggestion & { queue: string; name: string };

/** Null for those who work a queue without being the desk's, and where no category or queue can say. */
export async function suggestionFor(
  ctx: Context,
  { category }: { category: string },
  tried: TriedStep[],
): Promise<QueueSuggestion | null> {
  if (!may(ctx.actor, "ticket:work")) return null;
  try {
    const suggestion = await suggestLine(ctx, { category, tried });
    const queue = (await listQueues(ctx)).find(({ slug }) => slug === suggestion.queue);
    return { ...suggestion, name: queue?.name ?? suggestion.queue };
  } catch (fault) {
    if (fault instanceof Invalid || fault instanceof RuleBroken) return null;
    throw fault;
  }
}

type Props = {
  ctx: Context;
  reference: string;
  tried: readonly TriedStep[];
  suggestion: QueueSuggestion | null;
  isElsewhere: boolean;
};

/** Which line it belongs in and why, asked again with what has been tried. */
export function LineSuggestion({ ctx, reference, tried, suggestion, isElsewhere }: Props) {
  if (!suggestion) return null;
  const t = translator(ctx.language);
  const { line, name, why, category } = suggestion;
  return (
    <section className="suggestion" aria-labelledby="suggestion">
      <h2 id="suggestion" className="desk-heading">
        {isElsewhere
          ? t("deskTicket.transfer.suggestHeading", { queue: name, line })
          : t("deskTicket.transfer.here", { line })}
      </h2>
      <p>{t(why, { category })}</p>
      <form action={routes.deskTransfer(reference)}>
        <fieldset className="field">
          <legend className="field-label">{t("deskTicket.transfer.triedHeading")}</legend>
          <div className="suggestion-steps">
            {triedSteps.map((step) => (
              <div key={step} className="choice">
                <input
                  type="checkbox"
                  id={`tried-${step}`}
                  name="tried"
                  value={step}
                  defaultChecked={tried.includes(step)}
                />
                <label htmlFor={`tried-${step}`}>{t(`deskTicket.tried.${step}`)}</label>
              </div>
            ))}
          </div>
        </fieldset>
        <div className="button-row">
          <Button type="submit" kind="quiet">
            {t("deskTicket.transfer.again")}
          </Button>
        </div>
      </form>
    </section>
  );
}
