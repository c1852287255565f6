import "./setup.css";
import type { Metadata } from "next";
import { PageHeading } from "@/app/_ui/page-heading";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listChecklists } from "@/lib/desk/list-checklists";
import { listCategorySetup } from "@/lib/tickets/category-setup";
import { getPriorityMatrix } from "@/lib/tickets/get-priority-matrix";
import { listQueueSetup } from "@/lib/tickets/queue-setup";
import { agentContext } from "../agent-context";

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext("desk:edit");
  return pageTitle(translator(language)("setup.title"));
}

/** What the desk is made of, each with how it stands now. */
export default async function SetupPage() {
  const ctx = await agentContext("desk:edit");
  const t = translator(ctx.language);
  const cards = await cardsOf(ctx);
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading lead={t("setup.lead")}>{t("setup.title")}</PageHeading>
      <ul className="setup-cards">
        {cards.map(({ href, heading, now, why }) => (
          <li key={href}>
            <h2 className="desk-heading">
              <a href={href}>{heading}</a>
            </h2>
            <p>{now}</p>
            <p className="text-ink-quiet">{why}</p>
          </li>
        ))}
      </ul>
    </PortalFrame>
  );
}

async function cardsOf(ctx: Context) {
  const t = translator(ctx.language);
  const categories = (await listCategorySetup(ctx)).filter(({ isClosed }) => !isClosed);
  const { version } = await getPriorityMatrix(ctx);
  const queues = (await listQueueSetup(ctx)).filter(({ isClosed }) => !isClosed);
  const checklists = (await listChecklists(ctx)).filter(({ isRetired }) => !isRetired);
  const confidential = categories.filter(({ isHidden }) => isHidden).length;
  const unstaffed = queues.filter(({ members }) => members === 0).length;
  return [
    {
      ...{ href: routes.deskCategories(), heading: t("setup.categories.title"), why: t("setup.cards.categoriesWhy") },
      now: t("setup.cards.categories", { open: categories.length, confidential }),
    },
    {
      ...{ href: routes.deskPriorities(), heading: t("setup.priorities.title"), why: t("setup.cards.prioritiesWhy") },
      now: t("setup.cards.priorities", { version }),
    },
    {
      ...{ href: routes.deskQueues(), heading: t("setup.queues.title"), why: t("setup.cards.queuesWhy") },
      now: t("setup.cards.queues", { open: queues.length, unstaffed }),
    },
    {
      ...{ href: routes.deskChecklists(), heading: t("setup.checklists.title"), why: t("setup.cards.checklistsWhy") },
      now: t("setup.cards.checklists", { count: checklists.length }),
    },
  ];
}
