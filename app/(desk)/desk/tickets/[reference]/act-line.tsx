import { Icon } from "@/app/_ui/icon";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { Act } from "@/lib/tickets/conversation";
import type { Transfer } from "@/lib/tickets/list-transfers";
import { momentInWords } from "../../moment";
import { historyInWords } from "../../orders/[reference]/history-words";
import { type ActWords, actInWords } from "./act-words";

type ActLineProps = { ctx: Context; act: Act; transfer: Transfer | null };

/** What was done, as a quiet line among what was said; a transfer with the note that went with it. */
export function ActLine({ ctx, act, transfer }: ActLineProps) {
  const t = translator(ctx.language);
  const { what, detail, icon } = act.event.startsWith("orders.") ? orderActInWords(act, ctx) : actInWords(act, ctx);
  const words = transfer ? t("deskTicket.act.movedTo", { to: transfer.to, line: transfer.line }) : what;
  return (
    <li className="talk-act" data-event={act.event}>
      <Icon name={icon} />
      <div>
        <p>
          <span className="talk-act-what">{words}</span>{" "}
          <span className="talk-act-who">
            {act.actor ?? t("desk.history.portal")} ·{" "}
            <time dateTime={act.at.toISOString()}>{momentInWords(act.at, ctx)}</time>
          </span>
        </p>
        {detail && <p className="talk-act-detail">{detail}</p>}
        {transfer && <HandedOver ctx={ctx} transfer={transfer} />}
      </div>
    </li>
  );
}

function orderActInWords(act: Act, ctx: Context): ActWords {
  const { what, reason } = historyInWords(act, ctx);
  return { what, detail: reason, icon: "package" };
}

function HandedOver({ ctx, transfer }: { ctx: Context; transfer: Transfer }) {
  const t = translator(ctx.language);
  return (
    <dl className="talk-note">
      {(["known", "tried", "asked"] as const).map(
        (part) =>
          transfer[part] && (
            <div key={part}>
              <dt>{t(`deskTicket.transfer.${part}`)}</dt>
              <dd>{transfer[part]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
