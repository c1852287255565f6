import { ButtonLink } from "@/app/_ui/button";
import { PriceLine } from "@/app/_ui/price-line";
import { PromiseStrip } from "@/app/_ui/promise-strip";
import { stripDays } from "@/app/_ui/strip-days";
import type { Context } from "@/lib/base/context";
import { formatDay, localDate } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { Service } from "@/lib/catalogue/service";
import type { Clock } from "@/lib/sla/schema";
import { lowestRentOre, promiseNow } from "../promise-now";

/** What one needs to know before ordering: the price, the day, and the one button. */
export async function InShort({ ctx, service }: { ctx: Context; service: Service }) {
  const { language } = ctx;
  const translate = translator(language);
  const [clock, rent] = [await promiseNow(ctx, service), lowestRentOre(service)];
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-5 rounded-corner bg-shade p-5 tablet:p-6">
        {rent !== undefined && (
          <div>
            <p className="text-plain text-ink-quiet">{translate("service.rentFrom")}</p>
            <PriceLine rentPerMonthOre={rent} language={language} />
          </div>
        )}
        {service.orderable ? (
          <ButtonLink href={routes.orderStart(service.slug)}>
            {translate("service.order", { service: service.name })}
          </ButtonLink>
        ) : (
          <p>{translate("service.notOrderable")}</p>
        )}
      </div>
      {clock && <Promised ctx={ctx} clock={clock} days={service.deliveryWorkingDays ?? 0} />}
    </>
  );
}

function Promised({ ctx, clock, days }: { ctx: Context; clock: Clock; days: number }) {
  const { language, organisation } = ctx;
  const translate = translator(language);
  const zoned = { language, timeZone: organisation.timeZone };
  const day = formatDay(clock.dueAt, zoned);
  return (
    <section aria-labelledby="promise" className="mt-12">
      <h2 id="promise" className="text-title">
        {translate("service.promise.heading", { day })}
      </h2>
      <p className="mt-2 mb-6 text-ink-quiet">
        {translate("service.promise.text", { days })} <a href="#delivery">{translate("service.promise.how")}</a>
      </p>
      <PromiseStrip
        ledger={stripDays(clock.ledger, language)}
        dueAt={day}
        today={localDate(ctx.now, organisation.timeZone)}
        language={language}
      />
    </section>
  );
}
