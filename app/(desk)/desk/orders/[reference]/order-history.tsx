import { Timeline } from "@/app/_ui/timeline";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { OrderView } from "@/lib/orders/queries";
import { listHistory } from "@/lib/tickets/list-history";
import { momentInWords } from "../../moment";
import { historyInWords } from "./history-words";

const pageSize = 15;

/** Every act, newest first; older ones a page further on. */
export async function OrderHistory({
  ctx,
  view,
  before,
}: {
  ctx: Context;
  view: OrderView;
  before: number | undefined;
}) {
  const t = translator(ctx.language);
  const { reference } = view.order;
  const asked = { reference, newestFirst: true, cursor: before, limit: pageSize };
  const { items, next } = await listHistory(ctx, asked);
  const events = items.map((row) => {
    const { what, reason } = historyInWords(row, ctx);
    const who = row.actorId ? row.actorName : t("desk.history.portal");
    const when = { when: momentInWords(row.at, ctx), at: row.at };
    return { key: String(row.id), what, who, ...when, ...(reason ? { detail: reason } : {}) };
  });
  return (
    <section className="desk-section" aria-labelledby="history">
      <h2 id="history" className="desk-heading">
        {t("desk.history.heading")}
      </h2>
      <Timeline label={t("desk.history.heading")} events={events} />
      {next && <a href={`${routes.deskOrder(reference)}?before=${next}#history`}>{t("desk.history.older")}</a>}
      {before !== undefined && !next && (
        <a href={`${routes.deskOrder(reference)}#history`}>{t("desk.history.newest")}</a>
      )}
    </section>
  );
}
