import * as z from "zod";
import { visibilities } from "@/db/words";
import { PauseUntilDay } from "@/lib/tickets/pause-until-day";
import { ClassifyTicket, ResolveTicket, TransferTicket, WithReason, WriteComment } from "@/lib/tickets/schema";

/** The most that one run takes. */
export const mostInBulk = 200;

const Nobody = z.literal("nobody").transform(() => null);
const Email = z.email("tickets.errors.email").transform((email) => email.toLowerCase());

const { reference: _, ...pause } = PauseUntilDay.shape;
const Told = z.string().trim().min(3, "tickets.errors.handOver").max(5000, "tickets.errors.bodyLong");

/** What each act is given, the same for every ticket of a run: as the act itself takes it, told by a form. */
export const bulkInputs = {
  assign: z.object({ assignee: z.union([Nobody, Email], "bulk.errors.assignee") }),
  transfer: z.object({
    queue: z.string().min(1, "tickets.errors.queue"),
    reason: TransferTicket.shape.reason,
    note: z.object({ known: Told, tried: Told, asked: Told }),
  }),
  pause: z.object(pause).refine(({ waitingFor, supplier }) => waitingFor !== "supplier" || supplier, {
    path: ["supplier"],
    message: "tickets.errors.supplier",
  }),
  reply: z.object({ body: WriteComment.shape.body, visibility: z.enum(visibilities).default("public") }),
  classify: ClassifyTicket.refine(
    ({ category, impact, urgency }) => category !== undefined || impact !== undefined || urgency !== undefined,
    { path: ["category"], message: "bulk.errors.nothing" },
  ),
  resolve: ResolveTicket,
  cancel: WithReason,
};

const chosen = {
  references: z.array(z.string()).min(1, "bulk.errors.references").max(mostInBulk, "bulk.errors.tooMany"),
  /** The queue's address to go back to, from "?" on. */
  from: z.string().max(2000).default(""),
};

export const PrepareBulk = z.discriminatedUnion("act", [
  z.object({ act: z.literal("assign"), ...chosen, input: bulkInputs.assign }),
  z.object({ act: z.literal("transfer"), ...chosen, input: bulkInputs.transfer }),
  z.object({ act: z.literal("pause"), ...chosen, input: bulkInputs.pause }),
  z.object({ act: z.literal("reply"), ...chosen, input: bulkInputs.reply }),
  z.object({ act: z.literal("classify"), ...chosen, input: bulkInputs.classify }),
  z.object({ act: z.literal("resolve"), ...chosen, input: bulkInputs.resolve }),
  z.object({ act: z.literal("cancel"), ...chosen, input: bulkInputs.cancel }),
]);
export type PrepareBulk = z.output<typeof PrepareBulk>;

export const OnRun = z.object({ id: z.uuid() });
export type OnRun = z.output<typeof OnRun>;
