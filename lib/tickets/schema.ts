import * as z from "zod";
import {
  channels,
  deviceOwnerships,
  resolutionCodes,
  ticketTypes,
  triedSteps,
  visibilities,
  waitingFor,
} from "@/db/words";
import { LocalDate } from "@/lib/sla/schema";

/** Why a ticket waits, for whom, and when it goes on by itself. The supplier, its order's number and its promised date belong to a wait for one. */
export const PauseTicket = z
  .object({
    reason: z.string().trim().min(3, "tickets.errors.reason").max(500, "tickets.errors.reasonLong"),
    waitingFor: z.enum(waitingFor, "tickets.errors.waitingFor"),
    reviewAt: z.coerce.date("tickets.errors.reviewAt"),
    supplier: z.string().trim().max(200).optional(),
    supplierReference: z.string().trim().max(100).optional(),
    promisedOn: LocalDate.optional(),
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

const Level = z.int("tickets.errors.level").min(1, "tickets.errors.level").max(4, "tickets.errors.level");
const Path = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, "tickets.errors.category");
const Because = z.string().trim().min(3, "tickets.errors.because").max(500, "tickets.errors.reasonLong");
const Email = z.email("tickets.errors.email").transform((email) => email.toLowerCase());

/** `requester`: an e-mail address; without one, whoever opens it. Without a category it is sorted later. */
export const OpenTicket = z.object({
  type: z.enum(ticketTypes),
  title: z.string().trim().min(3, "tickets.errors.title").max(200, "tickets.errors.titleLong"),
  description: z.string().trim().max(20_000, "tickets.errors.bodyLong").default(""),
  category: Path.optional(),
  channel: z.enum(channels).default("portal"),
  impact: Level.default(3),
  urgency: Level.default(3),
  requester: Email.optional(),
  device: z.string().trim().toUpperCase().max(60).optional(),
  printer: z.string().trim().max(100).optional(),
  ownership: z.enum(deviceOwnerships).optional(),
});
export type OpenTicket = z.output<typeof OpenTicket>;

export const ClassifyTicket = z.object({
  category: Path.optional(),
  impact: Level.optional(),
  urgency: Level.optional(),
});
export type ClassifyTicket = z.output<typeof ClassifyTicket>;

/** `assignee`: an e-mail address, or null for nobody. */
export const AssignTicket = z.object({ assignee: Email.nullable() });
export type AssignTicket = z.output<typeof AssignTicket>;

const Told = z.string().trim().min(3, "tickets.errors.handOver").max(5000, "tickets.errors.bodyLong");

/** What the next one needs to know. As one text, from another system: it stands as what is known. */
const HandOverNote = z.union([
  z.object({ known: Told, tried: Told, asked: Told }),
  Told.transform((known) => ({ known, tried: "", asked: "" })),
]);

/** Without a queue: the first staffed one of the line. */
export const TransferTicket = z.object({
  line: z.int("tickets.errors.line").min(1, "tickets.errors.line").max(3, "tickets.errors.line"),
  queue: z.string().optional(),
  reason: Because,
  note: HandOverNote,
});
export type TransferTicket = z.output<typeof TransferTicket>;

export const ResolveTicket = z.object({
  resolution: z.string().trim().min(3, "tickets.errors.resolution").max(5000, "tickets.errors.bodyLong"),
  code: z.enum(resolutionCodes, "tickets.errors.code").default("fixed"),
  /** What becomes of its open parts. */
  children: z.enum(["resolve", "leave"], "tickets.errors.children").optional(),
});
export type ResolveTicket = z.output<typeof ResolveTicket>;

/** Why: of a reopening, a cancellation. */
export const WithReason = z.object({ reason: Because });
export type WithReason = z.output<typeof WithReason>;

/** The ticket that goes on instead, by its reference. */
export const IntoTicket = z.object({ into: z.string() });
export type IntoTicket = z.output<typeof IntoTicket>;

/** `as`: what the other is to this one. */
export const LinkTickets = z.object({
  other: z.string().trim().min(1, "tickets.errors.other"),
  as: z.enum(["related", "parent", "child"], "tickets.errors.linkKind"),
});
export type LinkTickets = z.output<typeof LinkTickets>;

/** The message that becomes a ticket of its own. */
export const SplitTicket = z.object({
  comment: z.uuid("tickets.errors.comment"),
  title: z.string().trim().min(3, "tickets.errors.title").max(200, "tickets.errors.titleLong"),
  category: Path.optional(),
});
export type SplitTicket = z.output<typeof SplitTicket>;

export const SuggestLine = z.object({ category: Path.optional(), tried: z.array(z.enum(triedSteps)).default([]) });
export type SuggestLine = z.output<typeof SuggestLine>;

export const SavePriorityMatrix = z.object({
  basedOn: z.int().min(0),
  matrix: z.array(z.array(Level).length(4, "tickets.errors.matrix")).length(4, "tickets.errors.matrix"),
});
export type SavePriorityMatrix = z.output<typeof SavePriorityMatrix>;

const Name = z.string().trim().min(2, "tickets.errors.name").max(100, "tickets.errors.name");

/** `basedOn`: the version that was read, 0 where there must be none yet; left out, it is written whatever stands there. */
export const SaveCategory = z.object({
  path: Path,
  basedOn: z.int().min(0).optional(),
  name: Name,
  isConfidential: z.boolean().default(false),
  line: z.int().min(1).max(3).default(1),
  queue: z.string().optional(),
  serviceLevel: z.string().default("standard"),
  isClosed: z.boolean().default(false),
});
export type SaveCategory = z.output<typeof SaveCategory>;

/** A category that gets its path from its name. `above`: the path of the one it lies under. */
export const AddCategory = SaveCategory.omit({ path: true, basedOn: true, isClosed: true }).extend({
  above: Path.optional(),
});
export type AddCategory = z.output<typeof AddCategory>;

export const AddQueue = z.object({
  name: Name,
  line: z.int("tickets.errors.line").min(1, "tickets.errors.line").max(3, "tickets.errors.line"),
});
export type AddQueue = z.output<typeof AddQueue>;

/** Somebody by their id, in a queue by its slug. */
export const QueueMember = z.object({ queue: z.string(), person: z.uuid() });
export type QueueMember = z.output<typeof QueueMember>;

/** `members`: everyone who works it, by e-mail address. What is left out stays. */
export const ChangeQueue = z.object({
  queue: z.string(),
  name: Name.optional(),
  members: z.array(Email).optional(),
  isClosed: z.boolean().optional(),
  /** Who works behind the queue, outside the house; null where nobody does. `reference`: what they know the organisation by. */
  supplier: z
    .object({
      name: Name,
      address: Email,
      reference: z.string().trim().max(100, "tickets.errors.supplierReference").optional(),
    })
    .nullish(),
});
export type ChangeQueue = z.output<typeof ChangeQueue>;
