import type { ReactNode } from "react";
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

/** What one needs to know before ordering: the price, the day, and the one button; then the days one by one. */
export async function InShort({ ctx, service }: { ctx: Context; service: Service }) {
  const { language, organisation } = ctx;
  const translate = translator(language);
  const [clock, rent] = [await promiseNow(ctx, service), lowestRentOre(service)];
  const day = clock && formatDay(clock.dueAt, { language, timeZone: organisation.timeZone });
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-14 gap-y-5 rounded-corner bg-shade p-5 tablet:p-6">
        {rent !== undefined && (
          <Fact words={translate("service.rentFrom")}>
            <PriceLine rentPerMonthOre={rent} language={language} />
          </Fact>
        )}
        {service.orderable && day && (
          <Fact words={translate("service.comesBy")}>
            <p className="text-lead font-strong">{day}</p>
          </Fact>
        )}
        <div className="tablet:ml-auto">
          {service.orderable ? (
            <ButtonLink href={routes.orderStart(service.slug)}>
              {translate("service.order", { service: service.name })}
            </ButtonLink>
          ) : (
            <p>{translate("service.notOrderable")}</p>
          )}
        </div>
      </div>
      {clock && day && <Promised ctx={ctx} clock={clock} day={day} days={service.deliveryWorkingDays ?? 0} />}
    </>
  );
}

function Fact({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div>
      <p className="text-plain text-ink-quiet">{words}</p>
      {children}
    </div>
  );
}

function Promised({ ctx, clock, day, days }: { ctx: Context; clock: Clock; day: string; days: number }) {
  const { language, organisation } = ctx;
  const translate = translator(language);
  return (
    <section aria-labelledby="promise" className="mt-12">
      <h2 id="promise" className="text-title">
        {translate("service.promise.heading")}
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
