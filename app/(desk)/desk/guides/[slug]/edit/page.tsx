import type { Metadata } from "next";
import { PageHeading } from "@/app/_ui/page-heading";
import { orNotFound } from "@/app/(portal)/or-not-found";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { getDeskGuide } from "@/lib/guides/desk-guides";
import { typedBefore } from "@/lib/web/typed-before";
import { agentContext } from "../../../agent-context";
import { GuideForm } from "../../guide-form";

type Asked = { params: Promise<{ slug: string }>; searchParams: Promise<{ draft?: string | string[] }> };

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const ctx = await agentContext("guide:write");
  const { draft, published } = await orNotFound(getDeskGuide(ctx, (await params).slug));
  const title = (draft ?? published)?.title.sv ?? "";
  return pageTitle(translator(ctx.language)("guides.form.editTitle", { title }));
}

/** The draft goes on where it was left; without one, from what is published. */
export default async function EditGuidePage({ params, searchParams }: Asked) {
  const ctx = await agentContext("guide:write");
  const t = translator(ctx.language);
  const { guide, draft, published } = await orNotFound(getDeskGuide(ctx, (await params).slug));
  const text = draft ?? published;
  if (!text) throw new Error("a guide without a version");
  const kept = (await searchParams).draft;
  const typed = await typedBefore(ctx, typeof kept === "string" ? kept : undefined);
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading back={{ href: routes.deskGuide(guide.slug), label: text.title.sv }} lead={t("guides.form.lead")}>
        {t("guides.form.editTitle", { title: text.title.sv })}
      </PageHeading>
      <GuideForm ctx={ctx} start={{ ...text, slug: guide.slug, version: guide.version }} typed={typed} />
    </PortalFrame>
  );
}
