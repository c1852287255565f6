import { PersonLine } from "@/app/_ui/person-line";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { Offer } from "../offer";

/** Why one variant is not there to choose, and whom to ask for it (A4). Nothing where everything is. */
export function NotYours({ ctx, offer }: { ctx: Context; offer: Offer }) {
  const { service, variants, orderers } = offer;
  const t = translator(ctx.language);
  const missing = service.variants.filter((variant) => !variants.includes(variant));
  const [one] = missing;
  if (!one) return null;
  return (
    <div className="max-w-[52rem] rounded-corner bg-shade px-5 py-4">
      <p className="font-strong">{t("orderForm.notYours.heading", { variant: variants[0]?.name ?? "" })}</p>
      <p>{t(orderers.length > 0 ? "orderForm.notYours.ask" : "orderForm.notYours.nobody", { variant: one.name })}</p>
      <ul className="mt-2">
        {orderers.map(({ name, email, role, unitName }) => (
          <li key={email}>
            <PersonLine
              name={name}
              detail={t("orderForm.notYours.who", { role: t(`words.role.${role}`), unit: unitName })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
