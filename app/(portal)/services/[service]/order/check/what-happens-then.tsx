import { PromiseStrip } from "@/app/_ui/promise-strip";
import { stripDays } from "@/app/_ui/strip-days";
import type { Context } from "@/lib/base/context";
import { formatDay, localDate } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import type { Service } from "@/lib/catalogue/service";
import type { OrderPreview } from "@/lib/orders/preview-order";
import { promiseNow } from "../../../promise-now";

/** Who approves, and the day that is promised if the order is sent now. */
export async function WhatHappensThen({ ctx, preview, service }: Props) {
  const { language, organisation } = ctx;
  const t = translator(language);
  const clock = await promiseNow(ctx, service);
  const names = new Intl.ListFormat(language, { type: "disjunction" }).format(
    preview.approvers.map(({ name }) => name),
  );
  const day = clock ? formatDay(clock.dueAt, { language, timeZone: organisation.timeZone }) : "";
  return (
    <section aria-labelledby="then" className="mt-12">
      <h2 id="then" className="text-title">
        {t("orderForm.check.then")}
      </h2>
      <p className="mt-2">
        {preview.needsApproval ? t("orderForm.check.approval", { names }) : t("orderForm.check.noApproval")}
      </p>
      {clock && (
        <>
          <p className="mt-2 mb-6">
            <strong>{t("orderForm.check.promise", { day })}</strong>{" "}
            {preview.needsApproval && t("orderForm.check.waits")}
          </p>
          <PromiseStrip
            ledger={stripDays(clock.ledger, language)}
            dueAt={day}
            today={localDate(ctx.now, organisation.timeZone)}
            language={language}
          />
        </>
      )}
    </section>
  );
}

type Props = { ctx: Context; preview: OrderPreview; service: Service };
