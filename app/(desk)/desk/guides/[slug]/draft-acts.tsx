import { ButtonLink } from "@/app/_ui/button";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import type { GuideVersion } from "@/lib/guides/queries";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { discardDraftAction, publishGuideAction } from "../actions";

type DraftActsProps = {
  ctx: Context;
  guide: { slug: string; version: number; publishedNumber: number | null };
  draft: GuideVersion | null;
};

/** What can be done with a guide as it stands: publish, write on, throw away. */
export function DraftActs({ ctx, guide: { slug, version, publishedNumber }, draft }: DraftActsProps) {
  const t = translator(ctx.language);
  const given = { hidden: { slug, version: String(version) }, words: deskFormWords(ctx.language) };
  const mayPublish = may(ctx.actor, "guide:publish");
  const audience = t(`guides.audience.${draft?.audience ?? "public"}`);
  return (
    <div className="desk-acts">
      {draft && mayPublish && (
        <DeskForm
          {...given}
          id="publish"
          action={publishGuideAction}
          submit={{ label: t("guides.page.publish"), icon: "check" }}
        />
      )}
      <ButtonLink kind={draft && mayPublish ? "quiet" : "primary"} icon="square-pen" href={routes.deskGuideEdit(slug)}>
        {t(draft ? "guides.page.editDraft" : "guides.page.edit")}
      </ButtonLink>
      {draft && publishedNumber !== null && (
        <DeskForm
          {...given}
          id="discard"
          action={discardDraftAction}
          submit={{ label: t("guides.page.discard"), kind: "quiet", icon: "x" }}
        />
      )}
      {publishedNumber !== null && (
        <ButtonLink kind="quiet" icon="external-link" href={routes.guide(slug)}>
          {t("guides.page.open")}
        </ButtonLink>
      )}
      {draft && (
        <p className="desk-acts-words">
          {mayPublish ? t("guides.page.publishLead", { audience }) : t("guides.page.publishByLead")}
        </p>
      )}
    </div>
  );
}
