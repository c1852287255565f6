import { Button, ButtonLink, ButtonRow } from "@/app/_ui/button";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listOrganisations } from "@/lib/people/organisations";
import { chooseMunicipalityAction } from "./actions";

/** For a visitor who is not signed in: sign in, or read what another municipality offers. */
export async function MunicipalityChoice({ ctx }: { ctx: Context }) {
  const translate = translator(ctx.language);
  const others = (await listOrganisations()).filter((each) => each.slug !== ctx.organisation.slug);
  return (
    <section aria-labelledby="sign-in" className="mt-12">
      <h2 id="sign-in" className="text-title">
        {translate("home.signIn.heading")}
      </h2>
      <p className="mt-2">{translate("home.signIn.text")}</p>
      <ButtonRow>
        <ButtonLink href={routes.signIn()}>{translate("home.nav.signIn")}</ButtonLink>
      </ButtonRow>
      {others.length > 0 && (
        <>
          <p className="mt-8">{translate("home.signIn.other", { municipality: ctx.organisation.name })}</p>
          <form action={chooseMunicipalityAction} className="mt-3 flex flex-wrap gap-3">
            {others.map(({ slug, name }) => (
              <Button key={slug} type="submit" kind="quiet" name="municipality" value={slug}>
                {name}
              </Button>
            ))}
          </form>
        </>
      )}
    </section>
  );
}
