import { Banner } from "@/app/_ui/banner";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { personOf } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import type { ShownOrder } from "../../orders/[reference]/shown-order";

/** What has been decided, or why it is not this person's to decide. */
export function Outcome({ ctx, shown: { order, approvals, mayDecide } }: { ctx: Context; shown: ShownOrder }) {
  const t = translator(ctx.language);
  const last = approvals.at(-1);
  if (mayDecide) return null;
  if (order.status === "awaiting_approval") {
    const isYours = order.requesterId === personOf(ctx).personId;
    return <Banner tone="notice" heading={t(isYours ? "approvals.decide.yours" : "approvals.decide.theirs")} />;
  }
  if (order.status === "cancelled") return <Banner tone="notice" heading={t("order.ended.cancelled")} />;
  if (!last?.decision) return null;
  const heading = t(`approvals.decide.was.${last.decision}`, { name: last.decidedBy ?? "" });
  return (
    <Banner tone={last.decision === "approved" ? "success" : "notice"} heading={heading}>
      <p>
        <a href={routes.order(order.reference)}>{t("approvals.decide.follow")}</a>
      </p>
    </Banner>
  );
}
