import { and, asc, eq } from "drizzle-orm";
import { history } from "@/db/schema/history";
import type { IncidentReportStep } from "@/db/words";
import { type Context, read } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { requireMay } from "@/lib/base/may";
import { disruptionOrThrow } from "./internal";
import { findRecipients } from "./recipients";

type Entry = { at: string; by: string; event: string; detail: Record<string, unknown> };

/** Everything that was done and said, in order, for a report to the authority: as JSON, or as a text that can be pasted. */
export async function exportTimeline(ctx: Context, id: string) {
  requireMay(ctx, "disruption:read");
  const recipients = await findRecipients(ctx);
  return read(ctx, async (tx) => {
    const row = await disruptionOrThrow(ctx, tx, id);
    const acts = await tx
      .select()
      .from(history)
      .where(
        and(
          eq(history.organisationId, ctx.organisation.id),
          eq(history.objectKind, "disruption"),
          eq(history.objectId, id),
        ),
      )
      .orderBy(asc(history.id));
    const iso = (at: Date | null) => at?.toISOString() ?? null;
    return {
      ...{ id, organisation: ctx.organisation.name, title: row.title, affected: row.affected, recipients },
      ...{ declaredAt: iso(row.declaredAt), endedAt: iso(row.endedAt), awareAt: iso(row.awareAt) },
      exportedAt: ctx.now.toISOString(),
      // Who follows is not the authority's concern: personal data that no report needs.
      entries: acts.map(({ at, actorName, event, detail }): Entry => {
        const by = event === "disruptions.followed" ? "" : actorName;
        return { at: at.toISOString(), by, event: event.replace("disruptions.", ""), detail };
      }),
    };
  });
}

export type Timeline = Awaited<ReturnType<typeof exportTimeline>>;

/** The same in the reader's language, a line an event. */
export function timelineText({ language, organisation }: Context, timeline: Timeline): string {
  const t = translator(language);
  const when = (iso: string) => formatInstant(new Date(iso), { language, timeZone: organisation.timeZone });
  const lines = timeline.entries.map(({ at, by, event, detail }) => {
    const said = typeof detail.text === "string" ? `: ${detail.text}` : "";
    const step = detail.step ? ` (${t(`disruptions.step.${detail.step as IncidentReportStep}.name`)})` : "";
    const what = t(`disruptions.event.${event as "declared"}`);
    return [when(at), by === "portal" ? t("disruptions.portal") : by, `${what}${step}${said}`]
      .filter(Boolean)
      .join(" | ");
  });
  const known = timeline.awareAt ? [t("disruptions.export.aware", { when: when(timeline.awareAt) })] : [];
  const to = timeline.recipients;
  return [
    timeline.title.sv,
    t("disruptions.export.made", { organisation: timeline.organisation, when: when(timeline.exportedAt) }),
    ...known,
    ...(to ? [t("disruptions.export.to", { name: to.name, contact: to.contact })] : []),
    "",
    ...lines,
    "",
  ].join("\n");
}
