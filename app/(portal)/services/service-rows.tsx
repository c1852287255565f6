import type { Context } from "@/lib/base/context";
import { formatDay, formatMoney } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { Service } from "@/lib/catalogue/service";
import { lowestRentOre, promiseNow } from "./promise-now";

/** The services as plain rows: what it is, what it costs from, and when it comes if it is ordered now. */
export async function ServiceRows({ ctx, services }: { ctx: Context; services: Service[] }) {
  const promises = await Promise.all(services.map((service) => promiseNow(ctx, service)));
  return (
    <ul className="border-t border-hairline">
      {services.map((service, n) => (
        <ServiceRow key={service.slug} ctx={ctx} service={service} dueAt={promises[n]?.dueAt} />
      ))}
    </ul>
  );
}

function ServiceRow({ ctx, service, dueAt }: { ctx: Context; service: Service; dueAt: Date | undefined }) {
  const { language, organisation } = ctx;
  const translate = translator(language);
  const rent = lowestRentOre(service);
  return (
    <li className="grid gap-x-8 gap-y-2 border-b border-hairline py-5 tablet:grid-cols-[1fr_auto]">
      <div lang={service.language === language ? undefined : service.language}>
        <a href={routes.service(service.slug)} className="text-lead font-strong">
          {service.name}
        </a>
        <p className="mt-1 text-ink-quiet">{service.summary}</p>
      </div>
      <div className="text-plain tablet:text-right">
        {rent !== undefined && <p>{translate("service.from", { amount: formatMoney(rent, language) })}</p>}
        {dueAt && service.orderable && (
          <p className="text-ink-quiet">
            {translate("service.comes", { day: formatDay(dueAt, { language, timeZone: organisation.timeZone }) })}
          </p>
        )}
        {!service.orderable && <p className="text-ink-quiet">{translate("service.notOrderable")}</p>}
      </div>
    </li>
  );
}
