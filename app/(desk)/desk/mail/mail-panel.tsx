import { Icon } from "@/app/_ui/icon";
import { Status } from "@/app/_ui/status";
import { orNotFound } from "@/app/(portal)/or-not-found";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { getMail, type ReadMail } from "@/lib/intake/get-mail";
import { MailActs } from "./mail-acts";
import type { MailPageView } from "./mail-query";
import { reasonWords } from "./reason-words";

type MailPanelProps = { ctx: Context; mailId: string; view: MailPageView };

/** One mail as text, with what is known of it, and what an agent may do with it. */
export async function MailPanel({ ctx, mailId, view }: MailPanelProps) {
  const t = translator(ctx.language);
  const mail = await orNotFound(getMail(ctx, mailId));
  const subject = mail.subject || t("intake.noSubject");
  return (
    <aside className="desk-panel" aria-label={subject}>
      <a href={routes.deskMail({ view })} className="desk-panel-close">
        <Icon name="x" />
        {t("intake.close")}
      </a>
      <h2 className="text-title">{subject}</h2>
      <div className="desk-marks">
        <Status tone="soon">{t("intake.unconfirmed")}</Status>
      </div>
      <dl className="mail-facts">
        <dt>{t("intake.column.from")}</dt>
        <dd>{mail.sender ? `${mail.senderName} <${mail.sender}>` : t("intake.noSender")}</dd>
        <dt>{t("intake.read.to")}</dt>
        <dd>{mail.to}</dd>
        <dt>{t("intake.read.why")}</dt>
        <dd>{reasonWords(t, mail.reason)}</dd>
        <dt>{t("intake.read.evidence")}</dt>
        <dd className="mail-evidence">{mail.because}</dd>
      </dl>
      {mail.reference && <p>{t("intake.read.suggested", { reference: mail.reference })}</p>}
      {mail.isWaiting && <MailActs ctx={ctx} mail={mail} />}
      <MailBody ctx={ctx} mail={mail} />
    </aside>
  );
}

function MailBody({ ctx, mail }: { ctx: Context; mail: ReadMail }) {
  const t = translator(ctx.language);
  return (
    <>
      <h3 className="desk-heading">{t("intake.read.text")}</h3>
      <p className="mail-text">{mail.fresh.trim()}</p>
      {mail.quoted.trim() && (
        <details className="desk-act">
          <summary>{t("intake.read.quoted")}</summary>
          <p className="mail-text">{mail.quoted.trim()}</p>
        </details>
      )}
      {mail.html && (
        <details className="desk-act">
          <summary>{t("intake.read.html")}</summary>
          <iframe className="mail-frame" sandbox="" srcDoc={mail.html} title={t("intake.read.html")} />
        </details>
      )}
      <Files ctx={ctx} files={mail.files} />
    </>
  );
}

function Files({ ctx, files }: { ctx: Context; files: ReadMail["files"] }) {
  const t = translator(ctx.language);
  if (files.length === 0) return null;
  const sizeOf = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} kB`;
  return (
    <>
      <h3 className="desk-heading">{t("intake.read.files")}</h3>
      <ul className="mail-files">
        {files.map(({ name, contentType, bytes }) => (
          <li key={`${name} ${contentType} ${bytes}`}>
            {t("intake.read.file", { name: name ?? "–", type: contentType, size: sizeOf(bytes) })}
          </li>
        ))}
      </ul>
      <p className="text-ink-quiet">{t("intake.read.filesKept")}</p>
    </>
  );
}
