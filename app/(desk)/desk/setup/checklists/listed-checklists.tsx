import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { Checklist } from "@/lib/desk/list-checklists";

/** Every checklist with what it holds for, and its way to be changed. */
export function ListedChecklists({ ctx, lists }: { ctx: Context; lists: readonly Checklist[] }) {
  const t = translator(ctx.language);
  return (
    <section className="desk-section" aria-labelledby="all">
      <h2 id="all" className="desk-heading">
        {t("setup.checklists.all")}
      </h2>
      {lists.length === 0 && <p>{t("setup.checklists.none")}</p>}
      <ul className="setup-lists">
        {lists.map(({ slug, name, category, categoryName, items, holdsBack, isRetired }) => (
          <li key={slug}>
            <h3 className="setup-name">
              <a href={routes.deskChecklist(slug)}>
                <span className="sr-only">{t("setup.checklists.edit")} </span>
                {name}
              </a>
            </h3>
            <p>{category === null ? t("setup.checklists.everyTicket") : (categoryName ?? category)}</p>
            <p className="text-ink-quiet">
              {t("setup.checklists.items", {
                count: items.length,
                required: items.filter(({ isRequired }) => isRequired).length,
              })}
            </p>
            {isRetired && (
              <Status tone="neutral" icon="ban">
                {t("setup.checklists.retired")}
              </Status>
            )}
            {!isRetired && holdsBack && (
              <Status tone="waiting" icon="list-checks">
                {t("setup.checklists.holdsBack")}
              </Status>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
