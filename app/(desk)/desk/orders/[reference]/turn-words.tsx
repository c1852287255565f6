import { Icon } from "@/app/_ui/icon";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { OrderView } from "@/lib/orders/queries";
import { whoseTurn } from "@/lib/orders/whose-turn";

/** Whose turn it is, and why they are waited for. */
export function TurnWords({ ctx, view }: { ctx: Context; view: OrderView }) {
  const { language, organisation } = ctx;
  const turn = whoseTurn(view, { language, timeZone: organisation.timeZone, viewerId: null });
  return (
    <p className="desk-turn">
      <Icon name="user" />
      <span>
        {turn ? turn.words : translator(language)("desk.order.turnNobody")}
        {turn?.detail && <span className="desk-turn-detail">{turn.detail}</span>}
      </span>
    </p>
  );
}
