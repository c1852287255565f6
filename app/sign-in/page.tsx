import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Banner } from "@/app/_ui/banner";
import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import { PageHeading } from "@/app/_ui/page-heading";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listOrganisations } from "@/lib/people/organisations";
import { listPersonas } from "@/lib/people/personas";
import { safeReturn } from "@/lib/web/return-to";
import { pageContext } from "@/lib/web/session";
import { findSignInSettings } from "@/lib/web/sign-in-connection";
import { signInFault } from "@/lib/web/sign-in-fault";
import { Personas } from "./personas";

type Query = { searchParams: Promise<{ return?: string; error?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("signIn.title"));
}

export default async function SignInPage({ searchParams }: Query) {
  const query = await searchParams;
  const ctx = await pageContext();
  const returnTo = safeReturn(query.return);
  if (ctx.actor.kind === "person") redirect(returnTo);
  const t = translator(ctx.language);
  const fault = signInFault(query.error);
  const ways = await waysIn(ctx);
  return (
    <PortalFrame
      current={routes.signIn()}
      notices={
        fault && (
          <Banner tone="problem" heading={t("signIn.errors.heading")}>
            {t(fault)}
          </Banner>
        )
      }
    >
      <PageHeading lead={t("signIn.lead")}>{t("signIn.title")}</PageHeading>
      {ways.every(({ settings, personas }) => !settings && personas.length === 0) && <p>{t("signIn.none")}</p>}
      {ways.map(({ organisation, settings }) =>
        settings ? (
          <section key={organisation.id} className="mt-8">
            <h2 className="text-title">{organisation.name}</h2>
            <ButtonRow>
              <ButtonLink href={routes.signInWith(organisation.slug, returnTo)}>
                {t("signIn.with", { provider: settings.displayName })}
              </ButtonLink>
            </ButtonRow>
          </section>
        ) : null,
      )}
      {ways.some(({ personas }) => personas.length > 0) && (
        <section className="mt-12">
          <h2 className="text-title">{t("signIn.demo.heading")}</h2>
          <p className="mt-2">{t("signIn.demo.text")}</p>
          {ways.map(({ organisation, personas }) => (
            <Personas key={organisation.id} {...{ organisation, personas, returnTo }} language={ctx.language} />
          ))}
        </section>
      )}
    </PortalFrame>
  );
}

/** How one signs in to each municipality; the one visited first. */
async function waysIn(ctx: Context) {
  const all = await listOrganisations();
  const ordered = [...all].sort((a, b) => Number(b.id === ctx.organisation.id) - Number(a.id === ctx.organisation.id));
  return Promise.all(
    ordered.map(async (organisation) => {
      const within = { ...ctx, organisation };
      return { organisation, settings: await findSignInSettings(within), personas: await listPersonas(within) };
    }),
  );
}
