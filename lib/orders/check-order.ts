import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { costCentres, persons, units } from "@/db/schema/people";
import type { Context } from "@/lib/base/context";
import { type FieldFault, Invalid, RuleBroken } from "@/lib/base/errors";
import { may, personOf } from "@/lib/base/may";
import { getService } from "@/lib/catalogue/queries";
import type { Hardware, Service } from "@/lib/catalogue/service";
import type { OrderContent } from "./content";
import type { PlaceOrder } from "./schema";

type Unit = typeof units.$inferSelect;
type Recipient = { id: string; email: string; name: string; unitPath: string };

export type OrderableService = Service & { calendarSlug: string; policySlug: string };

export type CheckedOrder = {
  service: OrderableService;
  hardware: Hardware;
  unit: Unit;
  /** One a line; null for an iPad that belongs to a place. */
  recipientIds: (string | null)[];
  content: OrderContent;
  title: string;
  needsApproval: boolean;
};

/** Holds an order against the rules of the catalogue and of who may order what for whom (A2, A4, A9). All bad fields at once. */
export async function checkOrder(ctx: Context, tx: Tx, input: PlaceOrder): Promise<CheckedOrder> {
  const service = orderableOrThrow(await getService({ ...ctx, tx }, input.service));
  const faults: FieldFault[] = [];
  const unit = await unitOf(ctx, tx, input, faults);
  const hardware = hardwareOf(service, input, faults);
  const recipients = await recipientsOf(ctx, tx, input, unit, faults);
  await checkCostCentre(tx, input, unit, faults);
  if (input.addOns.length > 0) faults.push({ path: "addOns", key: "orderForm.errors.addOn" });
  if (faults.length > 0 || !unit || !hardware) throw new Invalid(faults);
  const people = recipients.map((recipient) => recipient.email);
  const quantity = input.variant === "personlig" ? recipients.length : input.quantity;
  const content: OrderContent = {
    serviceVersionId: service.versionId,
    variant: input.variant,
    hardware: hardware.slug,
    rentPerMonthOre: hardware.rentPerMonthOre,
    ...{ quantity, recipients: people, unit: unit.slug, costCentre: input.costCentre, deliverTo: input.deliverTo },
  };
  const variant = service.variants.find((each) => each.slug === input.variant);
  const title = `${variant?.name ?? input.variant}: ${quantity} × ${hardware.name}`;
  const recipientIds = input.variant === "personlig" ? recipients.map((each) => each.id) : Array(quantity).fill(null);
  return { service, hardware, unit, recipientIds, content, title, needsApproval: needsApproval(ctx, hardware) };
}

function orderableOrThrow(service: Service): OrderableService {
  const { calendarSlug, policySlug } = service;
  if (!service.orderable || !calendarSlug || !policySlug)
    throw new RuleBroken("orders.notOrderable", { service: service.name });
  return { ...service, calendarSlug, policySlug };
}

function needsApproval(ctx: Context, hardware: { rentPerMonthOre: number }): boolean {
  const limit = ctx.organisation.settings.approvalFreeUpToOre;
  return limit === undefined || hardware.rentPerMonthOre > limit;
}

async function unitOf(ctx: Context, tx: Tx, input: PlaceOrder, faults: FieldFault[]): Promise<Unit | null> {
  const actor = personOf(ctx);
  const where = input.unit ? eq(units.slug, input.unit) : eq(units.id, actor.unitId);
  const [unit] = await tx.select().from(units).where(where);
  const isPublik = input.variant === "publik";
  const act = isPublik ? "order:placePublik" : "order:placeForOthers";
  const isTheirs = unit && (may(ctx.actor, act, { unitPath: unit.path }) || (!isPublik && unit.id === actor.unitId));
  if (isTheirs) return unit;
  if (isPublik && !may(ctx.actor, "order:placePublik"))
    faults.push({ path: "variant", key: "orderForm.errors.publikNotYours" });
  else faults.push({ path: "unit", key: "orderForm.errors.unit" });
  return null;
}

function hardwareOf(service: OrderableService, input: PlaceOrder, faults: FieldFault[]) {
  const model = service.hardware.find((each) => each.slug === input.hardware);
  if (model?.orderable) return model;
  faults.push({ path: "hardware", key: model ? "orderForm.errors.notCertified" : "orderForm.errors.hardware" });
  return null;
}

async function recipientsOf(ctx: Context, tx: Tx, input: PlaceOrder, unit: Unit | null, faults: FieldFault[]) {
  if (input.variant === "publik") {
    if (input.recipients.length > 0) faults.push({ path: "recipients", key: "orderForm.errors.publikHasNoRecipient" });
    return [];
  }
  const self = personOf(ctx);
  const asked = input.recipients.length > 0 ? input.recipients : [self.email];
  if (input.quantity !== 1 && input.quantity !== asked.length) {
    faults.push({ path: "quantity", key: "orderForm.errors.quantityDiffers" });
  }
  const known = await personsByEmail(tx, asked);
  const recipients: Recipient[] = [];
  for (const [n, email] of asked.entries()) {
    const path = `recipients.${n}`;
    const person = known.find((each) => each.email === email);
    if (asked.indexOf(email) !== n) faults.push({ path, key: "orderForm.errors.recipientTwice" });
    else if (!person || !unit) faults.push({ path, key: "orderForm.errors.recipientUnknown", values: { email } });
    else if (person.id !== self.personId && !may(ctx.actor, "order:placeForOthers", person)) {
      faults.push({ path, key: "orderForm.errors.recipientUnknown", values: { email } });
    } else recipients.push(person);
  }
  return recipients;
}

function personsByEmail(tx: Tx, emails: string[]): Promise<Recipient[]> {
  return tx
    .select({ id: persons.id, email: persons.email, name: persons.name, unitPath: units.path })
    .from(persons)
    .innerJoin(units, eq(units.id, persons.unitId))
    .where(and(inArray(persons.email, emails), isNull(persons.disabledAt)));
}

async function checkCostCentre(tx: Tx, input: PlaceOrder, unit: Unit | null, faults: FieldFault[]): Promise<void> {
  if (!unit) return;
  const listed = await tx.select({ code: costCentres.code }).from(costCentres).where(eq(costCentres.unitId, unit.id));
  if (listed.length === 0) throw new RuleBroken("orders.noCostCentre", { unit: unit.name });
  if (!listed.some((each) => each.code === input.costCentre)) {
    const codes = listed.map((each) => each.code).join(", ");
    faults.push({ path: "costCentre", key: "orderForm.errors.costCentreUnknown", values: { codes } });
  }
}
