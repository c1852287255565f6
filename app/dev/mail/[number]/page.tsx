import type { Metadata } from "next";
import { CheckAnswers } from "@/app/_ui/check-answers";
import { PageHeading } from "@/app/_ui/page-heading";
import { orNotFound } from "@/app/(portal)/or-not-found";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { getLetterOnDisk } from "@/lib/web/letters-on-disk";
import { pageContext } from "@/lib/web/session";

type Route = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: Route): Promise<Metadata> {
  const { number } = await params;
  const { subject } = await orNotFound(getLetterOnDisk(number));
  return pageTitle(subject);
}

export default async function LetterPage({ params }: Route) {
  const { number } = await params;
  const letter = await orNotFound(getLetterOnDisk(number));
  const { language, organisation } = await pageContext();
  const t = translator(language);
  const sent = letter.date ? formatInstant(letter.date, { language, timeZone: organisation.timeZone }) : "";
  return (
    <PortalFrame>
      <PageHeading back={{ href: routes.devMail(), label: t("dev.mail.back") }}>{letter.subject}</PageHeading>
      <CheckAnswers
        language={language}
        answers={[
          { label: t("dev.mail.from"), value: letter.from },
          { label: t("dev.mail.to"), value: letter.to },
          { label: t("dev.mail.date"), value: sent },
        ]}
      />
      <p className="mt-8 whitespace-pre-wrap">{linked(letter.text || t("dev.mail.noText"))}</p>
    </PortalFrame>
  );
}

/** The letter's links, to be followed: they lead to this portal. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+[\w/=-])/).map((part, n) =>
    /^https?:\/\//.test(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a letter's pieces have no other name, and never move
      <a key={n} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
