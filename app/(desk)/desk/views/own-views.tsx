import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { TicketViewRow } from "@/lib/desk/list-views";
import { DeskForm } from "../desk-form";
import { deskFormWords } from "../desk-form-words";
import { deleteViewAction, moveViewAction, renameViewAction } from "./actions";

/** Each with its name as the way to it, and what can be done with it. */
export function OwnViews({ ctx, views }: { ctx: Context; views: readonly TicketViewRow[] }) {
  const t = translator(ctx.language);
  const words = deskFormWords(ctx.language);
  return (
    <ol className="own-views">
      {views.map(({ id, name, query }, n) => {
        const move = (direction: "up" | "down", label: string) => (
          <DeskForm
            key={direction}
            id={`${direction}-${id}`}
            action={moveViewAction}
            hidden={{ id, direction }}
            submit={{ label, kind: "quiet", of: name }}
            words={words}
          />
        );
        return (
          <li key={id}>
            <a href={`${routes.desk()}?${query}${query ? "&" : ""}saved=${id}`}>{name}</a>
            {n > 0 && move("up", t("queue.arrange.up"))}
            {n < views.length - 1 && move("down", t("queue.arrange.down"))}
            <DeskForm
              id={`rename-${id}`}
              action={renameViewAction}
              hidden={{ id }}
              fields={[{ kind: "text", name: "name", label: t("queue.arrange.renameName", { name }), value: name }]}
              submit={{ label: t("queue.arrange.rename"), of: name }}
              words={words}
              disclosure={t("queue.arrange.rename")}
            />
            <DeskForm
              id={`delete-${id}`}
              action={deleteViewAction}
              hidden={{ id }}
              submit={{ label: t("queue.arrange.delete"), kind: "quiet", of: name }}
              words={words}
            />
          </li>
        );
      })}
    </ol>
  );
}
