import { type Answer, CheckAnswers } from "@/app/_ui/check-answers";
import { PersonLine } from "@/app/_ui/person-line";
import type { Context } from "@/lib/base/context";
import { formatMoney } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import type { OrderView } from "@/lib/orders/queries";
import { momentInWords } from "../../moment";

/** What was ordered, by whom, and who pays. */
export function OrderFacts({ ctx, view }: { ctx: Context; view: OrderView }) {
  const t = translator(ctx.language);
  const { order, requester, unit, hardware } = view;
  const rent = formatMoney(order.rentPerMonthOre, ctx.language);
  const quantity = view.lines.length;
  const answers: Answer[] = [
    { label: t("desk.order.requester"), value: <PersonLine name={requester.name} detail={requester.email} /> },
    { label: t("desk.order.unit"), value: unit.name },
    { label: t("desk.order.variant"), value: t(`words.variant.${order.variant}`) },
    { label: t("desk.order.hardware"), value: hardware.name },
    { label: t("desk.order.quantity"), value: String(quantity) },
    { label: t("desk.order.rent"), value: t(quantity > 1 ? "ui.price.each" : "ui.price.perMonth", { amount: rent }) },
    { label: t("desk.order.costCentre"), value: <span className="reference">{order.costCentre}</span> },
    { label: t("desk.order.deliverTo"), value: order.deliverTo },
    { label: t("desk.order.received"), value: momentInWords(order.receivedAt, ctx) },
    { label: t("desk.order.approval"), value: <Approvals ctx={ctx} view={view} /> },
  ];
  if (order.note) answers.push({ label: t("desk.order.note"), value: order.note });
  return <CheckAnswers answers={answers} language={ctx.language} />;
}

function Approvals({ ctx, view }: { ctx: Context; view: OrderView }) {
  const rounds = view.approvals.filter((round) => round.decidedAt || !round.supersededAt);
  if (rounds.length === 0) return translator(ctx.language)("desk.order.approvalNone");
  return (
    <ul>
      {rounds.map((round) => (
        <li key={round.id}>{roundInWords(ctx, round)}</li>
      ))}
    </ul>
  );
}

function roundInWords(ctx: Context, round: OrderView["approvals"][number]): string {
  const t = translator(ctx.language);
  if (!round.decidedAt) return t("desk.order.approvalAsked", { when: momentInWords(round.requestedAt, ctx) });
  const values = { name: round.decidedBy ?? "", when: momentInWords(round.decidedAt, ctx), reason: round.reason ?? "" };
  return t(round.decision === "declined" ? "desk.order.declined" : "desk.order.approved", values);
}
