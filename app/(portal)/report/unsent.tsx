import { Banner } from "@/app/_ui/banner";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { reportFrom } from "./answers";
import { findUnsent } from "./draft";

/** The way back to a report that was begun and never sent. */
export async function Unsent({ ctx }: { ctx: Context }) {
  const t = translator(ctx.language);
  const draft = await findUnsent(ctx);
  if (!draft) return null;
  const read = reportFrom(draft.answers);
  return (
    <Banner tone="notice" heading={t("report.unsent.heading")}>
      <p>
        <a href={routes.reportStep(read.ok ? "check" : read.step, draft.id)}>{t("report.unsent.goOn")}</a>
      </p>
    </Banner>
  );
}
