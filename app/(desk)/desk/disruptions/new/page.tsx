import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { PageHeading } from "@/app/_ui/page-heading";
import { orNotFound } from "@/app/(portal)/or-not-found";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listServices } from "@/lib/catalogue/queries";
import { listCategories } from "@/lib/tickets/categories";
import { getTicket } from "@/lib/tickets/queries";
import type { Typed } from "@/lib/web/form-content";
import { typedBefore } from "@/lib/web/typed-before";
import { agentContext } from "../../agent-context";
import type { FieldSpec } from "../../desk-field";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { declareAction } from "../actions";
import { bothLanguages, nextUpdateFields } from "../moment-fields";

type Asked = { searchParams: Promise<Record<"reference" | "draft", string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext("disruption:work");
  return pageTitle(translator(language)("disruptions.form.title"));
}

/** What is down, whom it hits, what they can do: shown to everyone as soon as it is sent. */
export default async function NewDisruptionPage({ searchParams }: Asked) {
  const ctx = await agentContext("disruption:work");
  const t = translator(ctx.language);
  const { reference, draft } = await searchParams;
  const from = typeof reference === "string" ? reference : "";
  const typed = await typedBefore(ctx, typeof draft === "string" ? draft : undefined);
  return (
    <PortalFrame current={routes.desk()} density="desk">
      <PageHeading
        back={{ href: routes.deskDisruptions(), label: t("disruptions.desk.back") }}
        lead={t("disruptions.form.lead")}
      >
        {t("disruptions.form.title")}
      </PageHeading>
      {from && <Banner tone="notice" heading={t("disruptions.form.fromTicket", { reference: from })} />}
      <DeskForm
        id="declare"
        action={declareAction}
        hidden={from ? { fromTicket: from } : {}}
        fields={await fieldsOf(ctx)}
        submit={{ label: t("disruptions.form.declare"), icon: "flag" }}
        words={deskFormWords(ctx.language)}
        typed={typed ?? (from ? await fromTicket(ctx, from) : null)}
      />
    </PortalFrame>
  );
}

async function fieldsOf(ctx: Context): Promise<FieldSpec[]> {
  const t = translator(ctx.language);
  const categories = (await listCategories(ctx)).map(({ path, name }) => ({ value: path, label: name }));
  const services = (await listServices(ctx)).map(({ slug, name }) => ({ value: slug, label: name }));
  const title = t("disruptions.form.titleSv");
  const several = { kind: "choice", isMultiple: true, isOptional: true } as const;
  return [
    { kind: "text", name: "title.sv", label: title, hint: t("disruptions.form.titleHint") },
    { kind: "text", name: "title.en", label: t("disruptions.form.en", { field: title }), isOptional: true },
    ...bothLanguages(ctx, "affected", t("disruptions.form.affectedSv")),
    ...bothLanguages(ctx, "meanwhile", t("disruptions.form.meanwhileSv")),
    ...nextUpdateFields(ctx),
    { ...several, name: "categories", label: t("disruptions.form.categories"), options: categories },
    { ...several, name: "services", label: t("disruptions.form.services"), options: services },
  ];
}

/** Of the ticket only its subject and category: a confidential one gives nothing at all. */
async function fromTicket(ctx: Context, reference: string): Promise<Typed> {
  const { ticket } = await orNotFound(getTicket(ctx, reference));
  const [next, hour] = nextUpdateFields(ctx);
  const filledIn = (spec: FieldSpec | undefined) => (spec?.kind === "text" ? [spec.value ?? ""] : []);
  const words = ticket.isConfidential ? {} : { "title.sv": [ticket.title], categories: [ticket.category] };
  return { formId: ["declare"], ...words, "nextUpdate.day": filledIn(next), "nextUpdate.time": filledIn(hour) };
}
