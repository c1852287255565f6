import * as z from "zod";
import { visibilities, waitingFor } from "@/db/words";

/** Why a ticket waits, for whom, and when it goes on by itself. `supplier` belongs to a wait for one. */
export const PauseTicket = z
  .object({
    reason: z.string().trim().min(3, "tickets.errors.reason").max(500, "tickets.errors.reasonLong"),
    waitingFor: z.enum(waitingFor, "tickets.errors.waitingFor"),
    reviewAt: z.coerce.date("tickets.errors.reviewAt"),
    supplier: z.string().trim().max(200).optional(),
  })
  .refine((pause) => pause.waitingFor !== "supplier" || pause.supplier, {
    path: ["supplier"],
    message: "tickets.errors.supplier",
  });
export type PauseTicket = z.output<typeof PauseTicket>;

export const WriteComment = z.object({
  body: z.string().trim().min(1, "tickets.errors.body").max(20_000, "tickets.errors.bodyLong"),
  visibility: z.enum(visibilities),
});
export type WriteComment = z.output<typeof WriteComment>;
