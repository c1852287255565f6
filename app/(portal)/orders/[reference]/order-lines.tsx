import { describeStatus } from "@/app/_ui/describe-status";
import { PersonLine } from "@/app/_ui/person-line";
import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import type { OrderView } from "@/lib/orders/queries";
import { isLive } from "@/lib/orders/status";

/** Each iPad: whose or where, its serial number, and how far it has come. */
export function OrderLines({ ctx, shown }: { ctx: Context; shown: OrderView }) {
  const { language } = ctx;
  const t = translator(language);
  const zoned = { language, timeZone: ctx.organisation.timeZone };
  return (
    <section aria-labelledby="lines" className="mt-12">
      <h2 id="lines" className="mb-4 text-title">
        {t("order.lines.heading", { count: shown.lines.length })}
      </h2>
      <ul className="max-w-[52rem] border-t border-hairline">
        {shown.lines.map((line) => (
          <li
            key={line.id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-hairline py-4"
          >
            <div>
              {line.recipient ? (
                <>
                  <PersonLine name={line.recipient.name} />
                  <p className="text-plain text-ink-quiet">{line.recipient.email}</p>
                </>
              ) : (
                <p>{t("order.lines.place", { number: line.position + 1, unit: shown.unit.name })}</p>
              )}
              <p className="text-plain text-ink-quiet">
                {line.serialNumber ? (
                  <>
                    {t("order.lines.serial")} <span className="reference">{line.serialNumber}</span>
                  </>
                ) : (
                  isLive(line) && t("order.lines.noSerial")
                )}
              </p>
              {line.handedOverAt && (
                <p className="text-plain text-ink-quiet">
                  {t("order.lines.handedOver", {
                    receivedBy: line.receivedBy ?? "",
                    at: formatInstant(line.handedOverAt, zoned),
                  })}
                </p>
              )}
            </div>
            <Status {...describeStatus("lineStatus", line.status, language)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
