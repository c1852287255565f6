import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { fieldWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { findNewMembers } from "@/lib/tickets/find-new-members";
import type { QueuePage } from "@/lib/tickets/queue-setup";
import { DeskForm } from "../../../desk-form";
import { deskFormWords } from "../../../desk-form-words";
import { addMemberAction } from "../actions";

/** A search by name, and each one found with a button that adds them. */
export async function NewMembers({ ctx, queue, q }: { ctx: Context; queue: QueuePage; q: string }) {
  const t = translator(ctx.language);
  const found = await findNewMembers(ctx, queue.id, q);
  return (
    <section className="desk-section" aria-labelledby="find">
      <h2 id="find" className="desk-heading">
        {t("setup.queue.find")}
      </h2>
      <search>
        <form action={routes.deskQueue(queue.slug)} method="get" className="setup-search">
          <TextField
            name="q"
            type="search"
            label={t("setup.queue.q")}
            words={fieldWords(ctx.language)}
            defaultValue={q}
            autoComplete="off"
          />
          <Button type="submit" kind="quiet" icon="search">
            {t("setup.queue.search")}
          </Button>
        </form>
      </search>
      {q.trim() !== "" && found.length === 0 && <p role="status">{t("setup.queue.notFound")}</p>}
      {found.length > 0 && (
        <ul className="setup-people" aria-label={t("setup.queue.found")}>
          {found.map(({ personId, name, email, unit }) => (
            <li key={personId}>
              <div>
                <p className="setup-name">{name}</p>
                <p className="text-ink-quiet">
                  {unit}, {email}
                </p>
              </div>
              <DeskForm
                id={`add-${personId}`}
                action={addMemberAction}
                hidden={{ queue: queue.slug, person: personId }}
                submit={{ label: t("setup.queue.add"), kind: "quiet", icon: "plus", of: name }}
                words={deskFormWords(ctx.language)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
