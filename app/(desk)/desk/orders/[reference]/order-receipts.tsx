import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { OrderView } from "@/lib/orders/queries";
import { momentInWords } from "../../moment";

/** One receipt a hand-over: who took it, and how they confirmed. */
export function OrderReceipts({ ctx, view }: { ctx: Context; view: OrderView }) {
  const t = translator(ctx.language);
  if (view.receipts.length === 0) return null;
  return (
    <section className="desk-section" aria-labelledby="receipts">
      <h2 id="receipts" className="desk-heading">
        {t("desk.receipts.heading")}
      </h2>
      <ul>
        {view.receipts.map((receipt) => (
          <li key={receipt.id} className="desk-receipt">
            <p>
              {t("desk.receipts.received", {
                name: receipt.receivedBy,
                when: momentInWords(receipt.createdAt, ctx),
              })}
            </p>
            <ConfirmedHow ctx={ctx} receipt={receipt} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ConfirmedHow({ ctx, receipt }: { ctx: Context; receipt: OrderView["receipts"][number] }) {
  const t = translator(ctx.language);
  if (receipt.signature)
    return (
      <figure>
        <svg
          className="signature-kept"
          viewBox="0 0 600 200"
          role="img"
          aria-label={t("desk.receipts.signature", { name: receipt.receivedBy })}
        >
          <path d={receipt.signature} className="signature-ink" />
        </svg>
        <figcaption>{t("desk.receipts.signed")}</figcaption>
      </figure>
    );
  if (receipt.confirmedAt)
    return <p>{t("desk.receipts.confirmed", { when: momentInWords(receipt.confirmedAt, ctx) })}</p>;
  return <p className="text-ink-quiet">{t("desk.receipts.waits")}</p>;
}
