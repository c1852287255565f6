import { Icon } from "@/app/_ui/icon";
import { translator } from "@/lib/base/language";
import type { ListedItem, TicketChecklist } from "@/lib/desk/ticket-checklists";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { momentInWords } from "../../moment";
import type { DeskTicket } from "./ticket-context";
import { tickAction } from "./work-actions";

type Props = Pick<DeskTicket, "ctx" | "view"> & { checklists: readonly TicketChecklist[] };

/** What is to be done with tickets like this one, and who did what of it when. */
export function TicketChecklists({ ctx, view, checklists }: Props) {
  const t = translator(ctx.language);
  if (checklists.length === 0) return null;
  return (
    <section className="desk-section" aria-labelledby="checklists">
      <h2 id="checklists" className="desk-heading">
        {t("deskTicket.checklist.heading")}
      </h2>
      {checklists.map((list) => (
        <div key={list.slug}>
          <h3 className="checklist-name">{list.name}</h3>
          {list.holdsBack && <p className="text-ink-quiet">{t("deskTicket.checklist.holdsBack")}</p>}
          <ul className="checklist">
            {list.items.map((item) => (
              <Item key={item.key} {...{ ctx, view, item }} checklist={list.slug} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Item({ ctx, view, checklist, item }: Omit<Props, "checklists"> & { checklist: string; item: ListedItem }) {
  const t = translator(ctx.language);
  const { key, text, isRequired, done } = item;
  return (
    <li data-done={done ? true : undefined}>
      <Icon name={done ? "circle-check" : "circle-dashed"} />
      <div>
        <p>
          {text} {isRequired && <span className="checklist-required">{t("deskTicket.checklist.required")}</span>}
        </p>
        {done && (
          <p className="checklist-done">
            {t("deskTicket.checklist.done", { name: done.by, when: momentInWords(done.at, ctx) })}
          </p>
        )}
      </div>
      <DeskForm
        id={`tick-${checklist}-${key}`}
        action={tickAction}
        hidden={{ reference: view.ticket.reference, checklist, item: key, isDone: done ? "0" : "1" }}
        submit={{ label: t(done ? "deskTicket.checklist.undo" : "deskTicket.checklist.tick"), kind: "quiet", of: text }}
        words={deskFormWords(ctx.language)}
      />
    </li>
  );
}
