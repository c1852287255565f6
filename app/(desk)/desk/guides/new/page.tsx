import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { PageHeading } from "@/app/_ui/page-heading";
import { orNotFound } from "@/app/(portal)/or-not-found";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { getTicket } from "@/lib/tickets/queries";
import { typedBefore } from "@/lib/web/typed-before";
import { agentContext } from "../../agent-context";
import { GuideForm, type GuideStart } from "../guide-form";

type Asked = { searchParams: Promise<Record<"reference" | "draft", string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext("guide:write");
  return pageTitle(translator(language)("guides.form.newTitle"));
}

/** A new guide, or one that begins with what a ticket said and how it was solved. */
export default async function NewGuidePage({ searchParams }: Asked) {
  const ctx = await agentContext("guide:write");
  const t = translator(ctx.language);
  const { reference, draft } = await searchParams;
  const from = typeof reference === "string" ? reference : "";
  const typed = await typedBefore(ctx, typeof draft === "string" ? draft : undefined);
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading
        back={
          from
            ? { href: routes.deskTicket(from), label: from }
            : { href: routes.deskGuides(), label: t("guides.desk.title") }
        }
        lead={t("guides.form.lead")}
      >
        {from ? t("guides.form.fromTicket", { reference: from }) : t("guides.form.newTitle")}
      </PageHeading>
      {from && (
        <Banner tone="notice" heading={t("guides.form.rewriteHeading")}>
          {t("guides.form.rewrite")}
        </Banner>
      )}
      <GuideForm ctx={ctx} start={from ? await startOf(ctx, from) : empty} typed={typed} />
    </PortalFrame>
  );
}

const empty: GuideStart = {
  audience: "public",
  categories: [],
  title: { sv: "" },
  summary: { sv: "" },
  body: { sv: "" },
};

/** For the agents alone until somebody says otherwise: the words are still the requester's. */
async function startOf(ctx: Context, reference: string): Promise<GuideStart> {
  const { ticket } = await orNotFound(getTicket(ctx, reference));
  const { title, description, resolution, category } = ticket;
  const body = [description, resolution ?? ""].filter(Boolean).join("\n\n");
  return { ...empty, audience: "internal", categories: [category], title: { sv: title }, body: { sv: body } };
}
