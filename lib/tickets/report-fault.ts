import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ticketReports } from "@/db/schema/requests";
import { tickets } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { translator } from "@/lib/base/language";
import { personOf, requireMay } from "@/lib/base/may";
import { listCategories, unsorted } from "./categories";
import { openTicket } from "./open-ticket";
import { ableToWork, affected, type ReportFault } from "./report-schema";
import { passcodeCategory, topicRules } from "./report-topics";
import { titleOf } from "./title-of";

/**
 * A fault or a question, as its requester tells it, becomes a ticket. The same `submissionKey` from the same person gives the same
 * ticket again, also when both come at once.
 */
export async function reportFault(
  ctx: Context,
  input: ReportFault & { submissionKey: string },
): Promise<{ reference: string; isNew: boolean }> {
  requireMay(ctx, "ticket:open");
  const requesterId = personOf(ctx).personId;
  return inTransaction(ctx, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${requesterId + input.submissionKey}, 3))`);
    const sent = await sentBefore(tx, requesterId, input.submissionKey);
    if (sent) return { reference: sent, isNew: false };
    const { type, topic, device, ownership, tried, submissionKey } = input;
    const { id, reference } = await openTicket(
      { ...ctx, tx },
      {
        ...{ type, title: titleOf(input.text), description: descriptionOf(ctx, input), channel: "portal" },
        ...{ category: await nearestCategory({ ...ctx, tx }, input), ...levelsOf(input) },
        ...{ ...(device ? { device } : {}), ...(ownership ? { ownership } : {}) },
      },
    );
    await tx.insert(ticketReports).values({
      ...{ id: newId(), organisationId: ctx.organisation.id, requesterId, submissionKey },
      ...{ ticketId: id, topic, tried, createdAt: ctx.now },
    });
    return { reference, isNew: true };
  });
}

async function sentBefore(tx: Tx, requesterId: string, submissionKey: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ reference: tickets.reference })
    .from(ticketReports)
    .innerJoin(tickets, eq(tickets.id, ticketReports.ticketId))
    .where(and(eq(ticketReports.requesterId, requesterId), eq(ticketReports.submissionKey, submissionKey)));
  return row?.reference;
}

/** What was said beside the text stands below it, in the words in which it was asked. */
function descriptionOf({ language }: Context, { text, since, tried }: ReportFault): string {
  const t = translator(language);
  const lines = [
    ...(since ? [t("report.told.since", { since: t(`report.since.${since}`) })] : []),
    ...(tried.length > 0
      ? [t("report.told.tried", { steps: tried.map((step) => t(`report.tried.${step}`)).join("; ") })]
      : []),
  ];
  return lines.length > 0 ? `${text}\n\n${lines.join("\n")}` : text;
}

/** A municipality may keep a smaller tree: then the branch above, or what is sorted later. */
async function nearestCategory(ctx: Context, { topic, secret }: ReportFault): Promise<string> {
  const wanted = secret === "passcode" ? passcodeCategory : topicRules[topic].category;
  const kept = new Set((await listCategories(ctx)).map(({ path }) => path));
  const above = wanted.split("/").map((_, n, parts) => parts.slice(0, parts.length - n).join("/"));
  return above.find((path) => kept.has(path)) ?? unsorted;
}

/** The answers as impact and urgency; a question can wait and concerns the one who asks. */
export function levelsOf(input: Pick<ReportFault, "topic" | "type" | "affected" | "work">) {
  if (input.type === "question") return { impact: 4, urgency: 4 };
  const told = {
    impact: input.affected ? affected.indexOf(input.affected) + 1 : 3,
    urgency: input.work ? ableToWork.indexOf(input.work) + 1 : 3,
  };
  return topicRules[input.topic].levels ?? told;
}
