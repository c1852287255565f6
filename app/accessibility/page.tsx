import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageHeading } from "@/app/_ui/page-heading";
import { formatLongDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { pageContext } from "@/lib/web/session";
import { pageTitle } from "../(portal)/page-title";
import { PortalFrame } from "../(portal)/portal-frame";
import { Claims, Flaws } from "./shortcomings";
import { conformityOf, ownStatement } from "./statement";

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("home.statement.heading"));
}

/** The statement that lag (2018:1937) asks for, with all its parts; the municipality signs it. */
export default async function AccessibilityPage() {
  const { language, organisation } = await pageContext();
  const translate = translator(language);
  const { phone, email } = organisation.settings.servicedesk;
  const day = (date: string) => formatLongDay(date, { language, timeZone: organisation.timeZone });
  const names = { municipality: organisation.name };
  const { assessedOn, updatedOn, burdens, outside } = ownStatement;
  return (
    <PortalFrame current={routes.accessibility()}>
      <PageHeading lead={translate("home.statement.lead", names)}>{translate("home.statement.heading")}</PageHeading>
      <Part heading={translate("home.statement.conformity.heading")}>
        <p>{translate(`home.statement.conformity.${conformityOf(ownStatement)}`)}</p>
      </Part>
      <Part heading={translate("home.statement.flaws.heading")}>
        <Flaws language={language} flaws={ownStatement.flaws} />
      </Part>
      <Part heading={translate("home.statement.burden.heading")}>
        <Claims
          none={translate("home.statement.burden.none", names)}
          items={burdens.map(({ what, why }) => `${what[language]} ${why[language]}`)}
        />
      </Part>
      <Part heading={translate("home.statement.outside.heading")}>
        <Claims none={translate("home.statement.outside.none")} items={outside.map((text) => text[language])} />
      </Part>
      <Part heading={translate("home.statement.tell.heading")}>
        <p>{translate("home.statement.tell.text")}</p>
        <ul className="mt-2 list-disc pl-6">
          <li>
            <a href={`mailto:${email}?subject=${encodeURIComponent(translate("home.statement.tell.subject"))}`}>
              {translate("home.statement.tell.write", { email })}
            </a>
          </li>
          <li>
            <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{translate("home.statement.tell.call", { phone })}</a>
          </li>
        </ul>
      </Part>
      <Part heading={translate("home.statement.supervision.heading")}>
        <p>{translate("home.statement.supervision.text")}</p>
        <p className="mt-2">
          <a href="https://www.digg.se/tdosanmalan">{translate("home.statement.supervision.link")}</a>
        </p>
      </Part>
      <Part heading={translate("home.statement.method.heading")}>
        <p>{translate("home.statement.method.text")}</p>
        <p className="mt-2">{translate("home.statement.method.assessed", { day: day(assessedOn) })}</p>
        <p className="mt-2">{translate("home.statement.method.updated", { day: day(updatedOn) })}</p>
      </Part>
    </PortalFrame>
  );
}

function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-title">{heading}</h2>
      {children}
    </section>
  );
}
