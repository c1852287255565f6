import "./setup.css";
import type { ReactNode } from "react";
import { Banner } from "@/app/_ui/banner";
import { PageHeading } from "@/app/_ui/page-heading";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { outcomes } from "./done-at";

type SetupFrameProps = {
  ctx: Context;
  title: string;
  lead: ReactNode;
  kicker?: string;
  back?: { href: string; label: string };
  /** As it stands in the address. */
  done?: string | string[] | undefined;
  /** The form whose typed text the language switch keeps. */
  formId?: string;
  children: ReactNode;
};

/** What every page of the desk's setup has in common. */
export function SetupFrame({ ctx, title, lead, kicker, back, done, formId, children }: SetupFrameProps) {
  const t = translator(ctx.language);
  const told = outcomes.find((outcome) => outcome === done);
  return (
    <PortalFrame
      current={routes.desk()}
      density="desk"
      {...(formId ? { formId } : {})}
      notices={told && <Banner tone="success" heading={t(`setup.done.${told}`)} />}
    >
      <PageHeading
        back={back ?? { href: routes.deskSetup(), label: t("setup.back") }}
        lead={lead}
        {...(kicker ? { kicker } : {})}
      >
        {title}
      </PageHeading>
      {children}
    </PortalFrame>
  );
}
