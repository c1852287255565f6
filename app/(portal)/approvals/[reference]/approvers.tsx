import { PersonLine } from "@/app/_ui/person-line";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { ShownOrder } from "../../orders/[reference]/shown-order";

/** Who has been asked, and who stands in for whom. */
export function Approvers({ ctx, shown: { approvers } }: { ctx: Context; shown: ShownOrder }) {
  const t = translator(ctx.language);
  if (approvers.length === 0) return null;
  const nameOf = (id: string) => approvers.find((each) => each.id === id)?.name ?? "";
  return (
    <section aria-labelledby="approvers" className="mt-8">
      <h2 id="approvers" className="text-title">
        {t("approvals.decide.asked")}
      </h2>
      <ul className="mt-2">
        {approvers.map(({ id, name, substituteFor }) => (
          <li key={id}>
            {substituteFor ? (
              <PersonLine name={name} detail={t("approvals.decide.substitute", { name: nameOf(substituteFor) })} />
            ) : (
              <PersonLine name={name} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
