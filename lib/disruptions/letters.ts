import { and, eq, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { disruptionAnswers, incidentReports } from "@/db/schema/disruptions";
import { persons, roleAssignments } from "@/db/schema/people";
import type { Context } from "@/lib/base/context";
import { publicUrl } from "@/lib/base/env";
import { formatInstant } from "@/lib/base/format";
import { inLanguage } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { type Addressee, writeLetter } from "@/lib/letters/write-letter";
import type { DisruptionRow } from "./internal";

type Answer = typeof disruptionAnswers.$inferSelect;
type Report = typeof incidentReports.$inferSelect;

/** The one reply, to one who said "Jag har också det här". */
export async function tellFollower(ctx: Context, tx: Tx, of: DisruptionRow, answer: Answer, to: Addressee) {
  await writeLetter(ctx, tx, to, "disruption.answer", `disruption.answer:${answer.id}`, (t, language) => {
    const title = inLanguage(of.title, language).text;
    return {
      language,
      subject: t("disruptions.letters.answer.subject", { title }),
      heading: title,
      paragraphs: inLanguage(answer.text, language).text.split(/\n{2,}/),
      facts: [],
      action: { label: t("disruptions.letters.answer.open"), url: publicUrl() + routes.disruption(of.id) },
      footer: t("letters.footer", { organisation: ctx.organisation.name }),
      attachments: [],
    };
  });
}

/** To the leads, at once whatever the hour: the next news was promised, and has not come. */
export async function tellLate(ctx: Context, tx: Tx, of: DisruptionRow, promisedAt: Date): Promise<void> {
  await tellLeads(ctx, tx, of, "late", `disruption.late:${of.id}:${promisedAt.toISOString()}`, { due: promisedAt });
}

/** Likewise of one of the three reports: three quarters of its time have passed, or all of it. */
export async function tellReport(
  ctx: Context,
  tx: Tx,
  of: DisruptionRow,
  { id, step, dueAt }: Report,
  kind: "warned" | "overdue",
): Promise<void> {
  await tellLeads(ctx, tx, of, kind, `disruption.${kind}:${id}`, { due: dueAt, step });
}

type About = { due: Date; step?: Report["step"] };

async function tellLeads(
  ctx: Context,
  tx: Tx,
  of: DisruptionRow,
  kind: "late" | "warned" | "overdue",
  key: string,
  { due, step }: About,
): Promise<void> {
  const { timeZone } = ctx.organisation;
  for (const to of await leads(ctx, tx, of)) {
    await writeLetter(ctx, tx, to, `disruption.${kind}`, key, (t, language) => {
      const title = inLanguage(of.title, language).text;
      const report = step ? t(`disruptions.step.${step}.name`) : "";
      const values = { title, report, due: formatInstant(due, { language, timeZone }) };
      return {
        language,
        subject: t(`disruptions.letters.${kind}.subject`, values),
        heading: t(`disruptions.letters.${kind}.heading`, values),
        paragraphs: [t(`disruptions.letters.${kind}.body`, values)],
        facts: [{ label: t("letters.about"), value: title }],
        action: { label: t("letters.openAtDesk"), url: publicUrl() + routes.deskDisruption(of.id) },
        footer: t("letters.footer", { organisation: ctx.organisation.name }),
        attachments: [],
      };
    });
  }
}

/** Who leads the servicedesk, and who said that it is significant. */
function leads(ctx: Context, tx: Tx, { significantById }: DisruptionRow): Promise<Addressee[]> {
  const isToldOf = significantById
    ? or(eq(roleAssignments.role, "lead"), eq(persons.id, significantById))
    : eq(roleAssignments.role, "lead");
  return tx
    .selectDistinct({ id: persons.id, email: persons.email, language: persons.language })
    .from(roleAssignments)
    .innerJoin(persons, eq(persons.id, roleAssignments.personId))
    .where(and(eq(persons.organisationId, ctx.organisation.id), isNull(persons.disabledAt), isToldOf));
}
