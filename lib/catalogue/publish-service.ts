import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { calendars } from "@/db/schema/calendars";
import { services, serviceVersions } from "@/db/schema/catalogue";
import { roleAssignments } from "@/db/schema/people";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict, Invalid, NotFound } from "@/lib/base/errors";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import { publishFaults, type Surroundings } from "./publish-faults";
import type { PublishService } from "./schema";
import { type ServiceRow, serviceRows } from "./service-rows";

/**
 * Lets a draft hold from a date on. Invalid, one sentence for each thing that is missing: approver, calendar, policy, steps of a
 * variant, Swedish text. Conflict where the edition is no draft any more.
 */
export async function publishService(ctx: Context, input: PublishService): Promise<void> {
  requireMay(ctx, "catalogue:edit");
  const from = input.from ?? ctx.now;
  if (from < ctx.now) throw new Invalid([{ path: "from", key: "catalogue.publish.fromPassed" }]);
  await inTransaction(ctx, async (tx) => {
    const row = await editionOrThrow(ctx, tx, input);
    const faults = publishFaults(row, await surroundingsOf(ctx, tx, row));
    if (faults.length > 0) throw new Invalid(faults);
    const [published] = await tx
      .update(serviceVersions)
      .set({ status: "published", publishedFrom: from })
      .where(and(eq(serviceVersions.id, row.id), eq(serviceVersions.status, "draft")))
      .returning({ serviceId: serviceVersions.serviceId });
    if (!published) throw new Conflict("catalogue.publish.alreadyPublished");
    const { service: slug, version } = input;
    await record(
      ctx,
      tx,
      "catalogue.publishService",
      { kind: "service", id: published.serviceId },
      { slug, version, from },
    );
  });
}

async function editionOrThrow(ctx: Context, tx: Tx, { service, version }: PublishService): Promise<ServiceRow> {
  const [edition] = await tx
    .select({ id: serviceVersions.id })
    .from(serviceVersions)
    .innerJoin(services, eq(services.id, serviceVersions.serviceId))
    .where(
      and(
        eq(services.organisationId, ctx.organisation.id),
        eq(services.slug, service),
        eq(serviceVersions.number, version),
      ),
    );
  const [row] = edition ? await serviceRows(ctx, tx, { versionId: edition.id }) : [];
  if (!row) throw new NotFound("catalogue.noSuchService");
  return row;
}

async function surroundingsOf(ctx: Context, tx: Tx, row: ServiceRow): Promise<Surroundings> {
  const { approver_role: role, calendar_slug: slug } = row;
  const organisationId = ctx.organisation.id;
  const approver = role && and(eq(roleAssignments.organisationId, organisationId), eq(roleAssignments.role, role));
  const calendar = slug && and(eq(calendars.organisationId, organisationId), eq(calendars.slug, slug));
  const one = sql<number>`1`;
  const approvers = approver ? await tx.select({ one }).from(roleAssignments).where(approver).limit(1) : [];
  const found = calendar ? await tx.select({ one }).from(calendars).where(calendar).limit(1) : [];
  return { hasApprover: approvers.length > 0, hasCalendar: found.length > 0 };
}
