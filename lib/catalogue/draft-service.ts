import { and, eq, max } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { serviceAddOns, serviceSections, services, serviceVariants, serviceVersions } from "@/db/schema/catalogue";
import { type Context, inTransaction } from "@/lib/base/context";
import { Conflict } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { requireMay } from "@/lib/base/may";
import { record } from "@/lib/history/record";
import type { DraftService } from "./schema";

/** Writes the next edition as a draft, whole. Conflict where someone wrote an edition after `basedOn` was read. */
export async function draftService(ctx: Context, input: DraftService): Promise<{ id: string; version: number }> {
  requireMay(ctx, "catalogue:edit");
  return inTransaction(ctx, async (tx) => {
    const serviceId = await serviceRow(ctx, tx, input);
    const newest = await tx
      .select({ number: max(serviceVersions.number) })
      .from(serviceVersions)
      .where(eq(serviceVersions.serviceId, serviceId));
    if ((newest[0]?.number ?? 0) !== input.basedOn) throw new Conflict();
    const { id, version } = await insertVersion(ctx, tx, serviceId, input);
    await insertParts(ctx, tx, id, input);
    await record(
      ctx,
      tx,
      "catalogue.draftService",
      { kind: "service", id: serviceId },
      { slug: input.service, version },
    );
    return { id, version };
  });
}

async function serviceRow(ctx: Context, tx: Tx, { service: slug, position }: DraftService): Promise<string> {
  const organisationId = ctx.organisation.id;
  await tx
    .insert(services)
    .values({ id: newId(), organisationId, slug, ...(position === undefined ? {} : { position }) })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ id: services.id })
    .from(services)
    .where(and(eq(services.organisationId, organisationId), eq(services.slug, slug)));
  if (!row) throw new Conflict();
  return row.id;
}

async function insertVersion(ctx: Context, tx: Tx, serviceId: string, input: DraftService) {
  const { name, summary, approverRole, calendarSlug, policySlug } = input;
  const [row] = await tx
    .insert(serviceVersions)
    .values({
      ...{ id: newId(), organisationId: ctx.organisation.id, serviceId, number: input.basedOn + 1, status: "draft" },
      ...{ name, summary, approverRole, calendarSlug, policySlug, createdAt: ctx.now },
    })
    .onConflictDoNothing()
    .returning({ id: serviceVersions.id, version: serviceVersions.number });
  if (!row) throw new Conflict();
  return row;
}

async function insertParts(ctx: Context, tx: Tx, versionId: string, input: DraftService): Promise<void> {
  const of = () => ({ id: newId(), organisationId: ctx.organisation.id, versionId });
  const sections = input.sections.map((section, position) => ({ ...of(), position, ...section }));
  const variants = input.variants.map((variant, position) => ({ ...of(), position, ...variant }));
  const addOns = input.addOns.map((addOn) => ({ ...of(), ...addOn }));
  if (sections.length > 0) await tx.insert(serviceSections).values(sections);
  if (variants.length > 0) await tx.insert(serviceVariants).values(variants);
  if (addOns.length > 0) await tx.insert(serviceAddOns).values(addOns);
}
