import { Banner } from "@/app/_ui/banner";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listOwnTickets } from "@/lib/tickets/own-tickets";
import { type Answers, categoryOf, deviceOf } from "./answers";

/** Open tickets of one's own about the same thing, before a second one is written. */
export async function Already({ ctx, answers }: { ctx: Context; answers: Answers }) {
  const t = translator(ctx.language);
  const category = categoryOf(answers);
  if (!category) return null;
  const like = { category, device: deviceOf(answers) };
  const { items } = await listOwnTickets(ctx, { isOpen: true, like }, { limit: 3 });
  if (items.length === 0) return null;
  return (
    <Banner tone="notice" heading={t("report.already.heading")}>
      <p>{t("report.already.text")}</p>
      <ul className="mt-2">
        {items.map(({ ticket }) => (
          <li key={ticket.id}>
            <a href={routes.ticket(ticket.reference)}>{ticket.title}</a>{" "}
            <span className="reference">{ticket.reference}</span>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
