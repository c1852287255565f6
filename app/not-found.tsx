import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import { PageHeading } from "@/app/_ui/page-heading";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { pageContext } from "@/lib/web/session";

/** Hidden and absent alike: the same page, the same words. */
export default async function NotFoundPage() {
  const translate = translator((await pageContext()).language);
  return (
    <PortalFrame>
      <title>{translate("ui.notFound.title")}</title>
      <PageHeading lead={translate("ui.notFound.text")}>{translate("ui.notFound.title")}</PageHeading>
      <ButtonRow>
        <ButtonLink href={routes.home()}>{translate("ui.notFound.home")}</ButtonLink>
      </ButtonRow>
    </PortalFrame>
  );
}
