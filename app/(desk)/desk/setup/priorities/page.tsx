import type { Metadata } from "next";
import { formWords } from "@/app/_ui/ui-words";
import { pageTitle } from "@/app/(portal)/page-title";
import { translator } from "@/lib/base/language";
import { getPriorityMatrix } from "@/lib/tickets/get-priority-matrix";
import { agentContext } from "../../agent-context";
import { levels } from "../../tickets/[reference]/level-words";
import { SetupFrame } from "../setup-frame";
import { saveMatrixAction } from "./actions";
import { MatrixForm } from "./matrix-form";

type Asked = { searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext("desk:edit");
  return pageTitle(translator(language)("setup.priorities.title"));
}

/** The one table that makes a priority of impact and urgency. */
export default async function PrioritiesPage({ searchParams }: Asked) {
  const ctx = await agentContext("desk:edit");
  const t = translator(ctx.language);
  const { version, matrix } = await getPriorityMatrix(ctx);
  const { done } = await searchParams;
  const [impacts, urgencies] = (["impact", "urgency"] as const).map((which) =>
    levels.map((level) => t(`deskTicket.${which}.${level}`)),
  );
  return (
    <SetupFrame
      ctx={ctx}
      title={t("setup.priorities.title")}
      lead={t("setup.priorities.lead")}
      done={done}
      formId="matrix"
    >
      {version === 0 && <p className="setup-rule">{t("setup.priorities.default")}</p>}
      <p className="setup-rule">{t("setup.priorities.rule")}</p>
      <MatrixForm
        action={saveMatrixAction}
        basedOn={version}
        matrix={matrix}
        words={{
          ...formWords(ctx.language),
          ...{ impacts: impacts ?? [], urgencies: urgencies ?? [] },
          priorities: levels.map((level) => t(`deskTicket.priority.${level}`)),
          cells: levels.map((impact) =>
            levels.map((urgency) =>
              t("setup.priorities.cell", {
                impact: t(`deskTicket.impact.${impact}`),
                urgency: t(`deskTicket.urgency.${urgency}`),
              }),
            ),
          ),
          ...{ caption: t("setup.priorities.caption"), impact: t("setup.priorities.impact") },
          ...{ save: t("setup.priorities.save"), unreachable: t("setup.unreachable") },
        }}
      />
    </SetupFrame>
  );
}
