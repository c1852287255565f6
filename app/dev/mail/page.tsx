import type { Metadata } from "next";
import { PageHeading } from "@/app/_ui/page-heading";
import { Table } from "@/app/_ui/table";
import { orNotFound } from "@/app/(portal)/or-not-found";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { listLettersOnDisk } from "@/lib/web/letters-on-disk";
import { pageContext } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await pageContext();
  return pageTitle(translator(language)("dev.mail.title"));
}

/** With DEMO=1 only: the letters on disk. */
export default async function LettersPage() {
  const letters = await orNotFound(listLettersOnDisk());
  const { language, organisation } = await pageContext();
  const t = translator(language);
  const sent = (date: Date | null) => (date ? formatInstant(date, { language, timeZone: organisation.timeZone }) : "");
  return (
    <PortalFrame>
      <PageHeading lead={t("dev.mail.lead")}>{t("dev.mail.title")}</PageHeading>
      {letters.length === 0 ? (
        <p>{t("dev.mail.none")}</p>
      ) : (
        <Table
          caption={t("dev.mail.caption")}
          isCaptionHidden
          language={language}
          rows={letters}
          keyOf={({ number }) => number}
          columns={[
            {
              key: "number",
              heading: t("dev.mail.number"),
              isNumeric: true,
              isNarrow: true,
              cell: ({ number }) => number,
            },
            {
              key: "subject",
              heading: t("dev.mail.subject"),
              isRowHeading: true,
              cell: ({ number, subject }) => <a href={routes.devLetter(number)}>{subject}</a>,
            },
            { key: "to", heading: t("dev.mail.to"), cell: ({ to }) => to },
            { key: "date", heading: t("dev.mail.date"), cell: ({ date }) => sent(date) },
          ]}
        />
      )}
    </PortalFrame>
  );
}
