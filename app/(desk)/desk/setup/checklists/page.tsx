import type { Metadata } from "next";
import { fieldWords, formWords } from "@/app/_ui/ui-words";
import { pageTitle } from "@/app/(portal)/page-title";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { type Checklist, listChecklists } from "@/lib/desk/list-checklists";
import { listCategorySetup } from "@/lib/tickets/category-setup";
import { agentContext } from "../../agent-context";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { treeOptions } from "../../unfolded-filters";
import { SetupFrame } from "../setup-frame";
import { retireChecklistAction, writeChecklistAction } from "./actions";
import { ChecklistForm } from "./checklist-form";
import { checklistWords } from "./checklist-words";
import { ListedChecklists } from "./listed-checklists";

type Asked = { searchParams: Promise<Record<"edit" | "done", string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext("desk:edit");
  return pageTitle(translator(language)("setup.checklists.title"));
}

/** What is done each time with tickets of a kind; one list to change or to add. */
export default async function ChecklistsPage({ searchParams }: Asked) {
  const ctx = await agentContext("desk:edit");
  const t = translator(ctx.language);
  const { edit, done } = await searchParams;
  const lists = await listChecklists(ctx);
  const edited = lists.find(({ slug }) => slug === edit);
  return (
    <SetupFrame
      ctx={ctx}
      title={t("setup.checklists.title")}
      lead={t("setup.checklists.lead")}
      done={done}
      formId="checklist"
    >
      <p className="setup-rule">{t("setup.checklists.rule")}</p>
      <div className="desk-columns">
        <ListedChecklists ctx={ctx} lists={lists} />
        <section className="desk-section" aria-labelledby="checklist-heading">
          <h2 id="checklist-heading" className="desk-heading">
            {edited ? t("setup.checklists.editing", { name: edited.name }) : t("setup.checklists.new")}
          </h2>
          {edited?.isRetired && <p className="setup-rule">{t("setup.checklists.again")}</p>}
          <ChecklistForm
            key={edited?.slug ?? "new"}
            action={writeChecklistAction}
            checklist={edited ?? null}
            categories={await categoriesFor(ctx, edited)}
            words={{ ...formWords(ctx.language), ...checklistWords(t, edited), field: fieldWords(ctx.language) }}
          />
          {edited && <Below ctx={ctx} checklist={edited} />}
        </section>
      </div>
    </SetupFrame>
  );
}

/** The open categories; the list's own too where it is closed, so that saving does not widen the list to every ticket. */
async function categoriesFor(ctx: Context, edited: Checklist | undefined) {
  const t = translator(ctx.language);
  const rows = (await listCategorySetup(ctx)).filter(({ path, isClosed }) => !isClosed || path === edited?.category);
  const named = rows.map(({ path, name, isClosed }) => {
    return { path, name: isClosed ? t("setup.checklists.closedCategory", { category: name }) : name };
  });
  return treeOptions(named);
}

function Below({ ctx, checklist }: { ctx: Context; checklist: Checklist }) {
  const t = translator(ctx.language);
  return (
    <>
      {!checklist.isRetired && (
        <DeskForm
          id="retire-checklist"
          action={retireChecklistAction}
          hidden={{ slug: checklist.slug }}
          submit={{ label: t("setup.checklists.retire"), kind: "quiet" }}
          words={deskFormWords(ctx.language)}
        >
          <p className="setup-rule">{t("setup.checklists.retireRule")}</p>
        </DeskForm>
      )}
      <p className="mt-4">
        <a href={routes.deskChecklists()}>{t("setup.checklists.cancel")}</a>
      </p>
    </>
  );
}
