import type { ReactNode } from "react";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { deskOfRequest } from "../portal-frame";
import type { Answers } from "./answers";

/** What helps at once, or decides who answers: passwords (B5, B7), passcodes (A11), meeting documents (B3), a lost device. */
export async function GoodToKnow({ ctx, answers }: { ctx: Context; answers: Answers }) {
  const t = translator(ctx.language);
  const { phone, place } = ctx.organisation.settings.servicedesk;
  if (answers.secret === "account") {
    const desk = await deskOfRequest(ctx);
    return (
      <Inset heading={t("report.know.password.heading")}>
        <p>{t("report.know.password.self")}</p>
        <p>{t("report.know.password.inPerson")}</p>
        {desk && <p>{t("report.know.password.desk", { words: desk.words, place })}</p>}
      </Inset>
    );
  }
  if (answers.secret === "passcode") {
    return (
      <Inset heading={t("report.know.passcode.heading")}>
        <p>{t("report.know.passcode.text")}</p>
      </Inset>
    );
  }
  if (answers.topic === "meeting_documents") {
    return (
      <Inset heading={t("report.know.meeting.heading")}>
        <p>{t("report.know.meeting.text")}</p>
      </Inset>
    );
  }
  if (answers.topic !== "lost") return null;
  return (
    <Inset heading={t("report.know.lost.heading", { phone })}>
      <p>{t("report.know.lost.text")}</p>
    </Inset>
  );
}

function Inset({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section
      aria-label={heading}
      className="mt-6 grid max-w-[44rem] gap-2 rounded-corner border-l-4 border-accent bg-accent-wash p-5"
    >
      <h2 className="text-lead">{heading}</h2>
      {children}
    </section>
  );
}
