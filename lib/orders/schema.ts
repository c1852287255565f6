import * as z from "zod";
import { decisions, variants } from "@/db/words";
import { checklist } from "./status";

const text = (most: number, key: string) => z.string().trim().max(most, key);
const Reference = z.object({ reference: z.string() });
const Versioned = Reference.extend({ version: z.number().int().optional() });

/** An order as it is sent in; the form, REST and tests all parse by it. `recipients` are e-mail addresses. */
export const PlaceOrder = z.object({
  service: z.string(),
  variant: z.enum(variants, "orderForm.errors.variant"),
  hardware: z.string("orderForm.errors.hardware").min(1, "orderForm.errors.hardware"),
  quantity: z.coerce
    .number("orderForm.errors.quantity")
    .int("orderForm.errors.quantity")
    .min(1, "orderForm.errors.quantity")
    .max(50, "orderForm.errors.quantityMost")
    .default(1),
  recipients: z
    .array(z.string().trim().toLowerCase().pipe(z.email("orderForm.errors.recipient")))
    .max(50, "orderForm.errors.quantityMost")
    .default([]),
  unit: z.string().optional(),
  costCentre: text(50, "orderForm.errors.costCentre").min(1, "orderForm.errors.costCentre"),
  deliverTo: text(200, "orderForm.errors.deliverToLong").min(2, "orderForm.errors.deliverTo"),
  addOns: z.array(z.object({ slug: z.string(), printer: z.string().optional() })).default([]),
  note: text(2000, "orderForm.errors.noteLong").optional(),
});
export type PlaceOrder = z.output<typeof PlaceOrder>;

/** What may be changed before anything is handed over; another recipient or quantity is another order. */
export const ChangeOrder = Versioned.extend({
  hardware: z.string().min(1, "orderForm.errors.hardware"),
  costCentre: PlaceOrder.shape.costCentre,
  deliverTo: PlaceOrder.shape.deliverTo,
});
export type ChangeOrder = z.output<typeof ChangeOrder>;

/** `contentHash` is what the approver had on the screen; a change since then is refused. */
export const DecideApproval = z
  .object({
    decision: z.enum(decisions, "approvals.errors.decision"),
    reason: text(1000, "approvals.errors.reasonLong").optional(),
    contentHash: z.string().optional(),
  })
  .refine((input) => input.decision === "approved" || (input.reason ?? "").length >= 3, {
    path: ["reason"],
    message: "approvals.errors.reason",
  });
export type DecideApproval = z.output<typeof DecideApproval>;

export const CancelOrder = z.object({ reason: text(1000, "order.errors.reasonLong").min(3, "order.errors.reason") });
export type CancelOrder = z.output<typeof CancelOrder>;

/** As printed on the box, tidied of spaces and in capitals. */
export const SerialNumber = z
  .string("desk.errors.serialNumber")
  .transform((typed) => typed.replace(/[\s-]/g, "").toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]{8,16}$/, "desk.errors.serialNumber"));
export const RegisterSerialNumber = z.object({ serialNumber: SerialNumber });
export type RegisterSerialNumber = z.output<typeof RegisterSerialNumber>;

/** One hand-over. `signature`: what the recipient drew on the agent's screen, as an SVG path; it counts as the receipt. */
export const HandOver = z.object({
  receivedBy: text(200, "desk.errors.receivedBy").min(2, "desk.errors.receivedBy"),
  signature: z
    .string()
    .regex(/^[MLZ\d .,-]{10,20000}$/, "desk.errors.signature")
    .optional(),
  checklist: z.array(z.enum(checklist)).optional(),
});
export type HandOver = z.output<typeof HandOver>;

export const Preconfigure = z.object({ checklist: z.array(z.enum(checklist)).min(1, "desk.errors.checklist") });
export type Preconfigure = z.output<typeof Preconfigure>;

/** An automatic task done by hand instead: what was done, and so why it counts. */
export const CompleteByHand = z.object({ note: text(500, "desk.errors.noteLong").min(3, "desk.errors.note") });
export type CompleteByHand = z.output<typeof CompleteByHand>;
