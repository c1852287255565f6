import type { IconName } from "@/app/_ui/icon";
import { Status, type Tone } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import type { Report } from "@/lib/disruptions/desk-disruption";
import { type ReportState, reportState, type Span, spanBetween } from "@/lib/disruptions/report-clocks";
import type { SaveRecipients } from "@/lib/disruptions/schema";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { momentInWords } from "../../moment";
import { markAction, reportedAction } from "../actions";
import type { ActsProps } from "./disruption-acts";

type SignificantProps = ActsProps & { names: Map<string, string>; recipient: SaveRecipients | null };

/** The cyber security act: whether it is significant, and then its three clocks as sentences. */
export function Significant(props: SignificantProps) {
  const { ctx, of, names, recipient } = props;
  const t = translator(ctx.language);
  const { significantAt, awareAt, significantById } = of.row;
  return (
    <section className="desk-section" aria-labelledby="significant">
      <h2 id="significant" className="desk-heading">
        {t("disruptions.significant.heading")}
      </h2>
      {significantAt && awareAt ? (
        <>
          <p>
            {t("disruptions.significant.since", { when: momentInWords(awareAt, ctx) })}{" "}
            {t("disruptions.significant.by", {
              when: momentInWords(significantAt, ctx),
              name: names.get(significantById ?? "") ?? "",
            })}
          </p>
          <ol className="mt-2 grid gap-2">
            {of.reports.map((report) => (
              <Clock key={report.step} {...props} report={report} />
            ))}
          </ol>
          <p className="mt-2">
            {recipient
              ? t("disruptions.significant.recipient", { name: recipient.name, contact: recipient.contact })
              : t("disruptions.significant.noRecipient")}{" "}
            <a href={routes.deskReportRecipients()}>{t("disruptions.desk.recipients")}</a>
          </p>
        </>
      ) : (
        <Mark {...props} />
      )}
    </section>
  );
}

function Mark({ ctx, of, typed }: ActsProps) {
  const t = translator(ctx.language);
  const { id, version } = of.row;
  return (
    <>
      <p className="mb-2">{t("disruptions.significant.text")}</p>
      {may(ctx.actor, "disruption:mark") ? (
        <DeskForm
          id="mark"
          action={markAction}
          hidden={{ id, version: String(version) }}
          fields={[
            {
              ...{ kind: "text", name: "aware.day", isOptional: true, label: t("disruptions.significant.awareDay") },
              hint: t("disruptions.significant.awareHint"),
            },
            { kind: "text", name: "aware.time", isOptional: true, label: t("disruptions.significant.awareTime") },
          ]}
          submit={{ label: t("disruptions.significant.send"), kind: "quiet", icon: "flag" }}
          words={deskFormWords(ctx.language)}
          disclosure={t("disruptions.desk.mark")}
          typed={typed}
        />
      ) : (
        <p className="text-ink-quiet">{t("disruptions.significant.onlyLead")}</p>
      )}
    </>
  );
}

const looks: Record<ReportState, { tone: Tone; icon: IconName }> = {
  running: { tone: "information", icon: "clock" },
  soon: { tone: "soon", icon: "hourglass" },
  overdue: { tone: "broken", icon: "triangle-alert" },
  made: { tone: "kept", icon: "circle-check" },
  made_late: { tone: "broken", icon: "circle-check" },
};

function Clock({ ctx, of, typed, names, recipient, report }: SignificantProps & { report: Report }) {
  const t = translator(ctx.language);
  const { step, dueAt, reportedAt, reportedById, reportedTo, receipt } = report;
  const state = reportState(report, ctx.now);
  const values = {
    ...{ span: spanWords(ctx, spanBetween(ctx.now, dueAt)), due: momentInWords(dueAt, ctx), to: reportedTo ?? "" },
    ...{ when: reportedAt ? momentInWords(reportedAt, ctx) : "", name: names.get(reportedById ?? "") ?? "" },
  };
  return (
    <li className="report-clock" data-state={state}>
      <div role={state === "overdue" ? "alert" : undefined}>
        <p className="report-clock-head">
          <strong>{t(`disruptions.step.${step}.name`)}</strong>
          <Status {...looks[state]}>{t(`disruptions.reportState.${state}`)}</Status>
        </p>
        <p>{t(`disruptions.clock.${state}`, values)}</p>
      </div>
      {receipt && <p className="text-ink-quiet">{t("disruptions.clock.receipt", { receipt })}</p>}
      {!reportedAt && <p className="text-ink-quiet">{t(`disruptions.step.${step}.what`)}</p>}
      {!reportedAt && may(ctx.actor, "disruption:mark") && (
        <DeskForm
          id={`reported-${step}`}
          action={reportedAction}
          hidden={{ id: of.row.id, step }}
          fields={[
            {
              ...{ kind: "text", name: "reportedTo", label: t("disruptions.significant.reportedTo") },
              value: recipient?.name ?? "",
            },
            { kind: "text", name: "receipt", label: t("disruptions.significant.receipt"), isOptional: true },
          ]}
          submit={{ label: t("disruptions.significant.reported"), of: t(`disruptions.step.${step}.name`) }}
          words={deskFormWords(ctx.language)}
          disclosure={t("disruptions.significant.reported")}
          typed={typed}
        />
      )}
    </li>
  );
}

/** Days and hours where there are days; else to the minute. */
function spanWords({ language }: Context, span: Span): string {
  const t = translator(language);
  return span.days > 0 ? t("disruptions.clock.spanLong", span) : t("disruptions.clock.span", span);
}
