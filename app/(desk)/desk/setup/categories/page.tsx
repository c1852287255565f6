import type { Metadata } from "next";
import { pageTitle } from "@/app/(portal)/page-title";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listServiceLevels } from "@/lib/calendars/list-service-levels";
import { branchesOf, listCategorySetup } from "@/lib/tickets/category-setup";
import { listQueueSetup } from "@/lib/tickets/queue-setup";
import { agentContext } from "../../agent-context";
import { SetupFrame } from "../setup-frame";
import { CategoryForm } from "./category-form";
import { CategoryState } from "./category-state";
import { CategoryTree } from "./category-tree";

type Asked = { searchParams: Promise<Record<"edit" | "done", string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext("desk:edit");
  return pageTitle(translator(language)("setup.categories.title"));
}

/** The tree that tickets are sorted into, and one category to change or to add. */
export default async function CategoriesPage({ searchParams }: Asked) {
  const ctx = await agentContext("desk:edit");
  const t = translator(ctx.language);
  const { edit, done } = await searchParams;
  const [rows, queues, levels] = [
    await listCategorySetup(ctx),
    await listQueueSetup(ctx),
    await listServiceLevels(ctx),
  ];
  const edited = rows.find(({ path }) => path === edit);
  const choices = { rows, queues, levels };
  return (
    <SetupFrame
      ctx={ctx}
      title={t("setup.categories.title")}
      lead={t("setup.categories.lead")}
      done={done}
      formId="category"
    >
      <div className="desk-columns">
        <section aria-labelledby="tree">
          <h2 id="tree" className="desk-heading">
            {t("setup.categories.tree")}
          </h2>
          <p className="text-ink-quiet">{t(rows.length > 0 ? "setup.categories.rule" : "setup.categories.empty")}</p>
          <CategoryTree ctx={ctx} branches={branchesOf(rows)} queues={queues} edited={edited?.path} />
        </section>
        <section className="setup-beside" aria-labelledby="category-heading">
          <h2 id="category-heading" className="desk-heading">
            {edited ? t("setup.categories.editing", { name: edited.name }) : t("setup.categories.new")}
          </h2>
          <CategoryForm key={edited?.path ?? "new"} ctx={ctx} category={edited} choices={choices} />
          {edited && <CategoryState ctx={ctx} category={edited} />}
          {edited && (
            <p className="mt-4">
              <a href={routes.deskCategories()}>{t("setup.categories.cancel")}</a>
            </p>
          )}
        </section>
      </div>
    </SetupFrame>
  );
}
