import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { listForWhomIStandIn, listMySubstitutes } from "@/lib/people/list-substitutes";
import { daysOf, SubstituteTable } from "./substitute-table";

/** Who stands in for this person and for whom they stand in; nothing for those whom neither concerns. */
export async function MySubstitutes({ ctx }: { ctx: Context }) {
  const t = translator(ctx.language);
  const [forMe, byMe] = await Promise.all([listMySubstitutes(ctx), listForWhomIStandIn(ctx)]);
  const mayAppoint = may(ctx.actor, "substitute:appoint");
  if (!mayAppoint && forMe.length === 0 && byMe.length === 0) return null;
  return (
    <section aria-labelledby="substitutes" className="mt-12">
      <h2 id="substitutes" className="text-title">
        {t("approvals.substitutes.heading")}
      </h2>
      {mayAppoint && <p className="mt-2 mb-4">{t("approvals.substitutes.lead")}</p>}
      {forMe.length > 0 && (
        <SubstituteTable ctx={ctx} caption={t("approvals.substitutes.forYou")} rows={forMe} shows="substitute" />
      )}
      {mayAppoint && forMe.length === 0 && <p>{t("approvals.substitutes.none")}</p>}
      {byMe.length > 0 && (
        <>
          <h3 className="mt-8 mb-2 text-lead">{t("approvals.substitutes.byYou")}</h3>
          <ul>
            {byMe.map((row) => (
              <li key={row.id}>
                {row.away}, {daysOf(ctx, row)}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayAppoint && (
        <ButtonRow>
          <ButtonLink kind="quiet" href={routes.substitutes()}>
            {t("approvals.substitutes.add")}
          </ButtonLink>
        </ButtonRow>
      )}
    </section>
  );
}
