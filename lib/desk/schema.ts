import * as z from "zod";
import { deviceOwnerships, ticketTypes } from "@/db/words";
import { LocalDate } from "@/lib/sla/schema";
import { OpenTicket, TransferTicket, WriteComment } from "@/lib/tickets/schema";

/** Somebody calls, or stands at the desk: as little as a ticket can be. `requester` is an e-mail address. */
export const RegisterContact = z.object({
  requester: z.email("register.errors.requester").transform((email) => email.toLowerCase()),
  channel: z.enum(["phone", "walk_in"], "register.errors.channel"),
  type: z.enum(ticketTypes).default("incident"),
  title: OpenTicket.shape.title,
  description: OpenTicket.shape.description,
  category: OpenTicket.shape.category,
  impact: OpenTicket.shape.impact,
  urgency: OpenTicket.shape.urgency,
  device: OpenTicket.shape.device,
  ownership: z.enum(deviceOwnerships).default("municipal"),
});
export type RegisterContact = z.output<typeof RegisterContact>;

/** What of a ticket one writes: to the requester, or among colleagues. */
export const writings = ["reply", "note"] as const;
export type Writing = (typeof writings)[number];

export const KeepDraft = z.object({
  reference: z.string(),
  writing: z.enum(writings),
  body: z.string().max(20_000, "tickets.errors.bodyLong"),
});
export type KeepDraft = z.output<typeof KeepDraft>;

/** `lastRead`: the last message before the author's eyes, or "none". */
export const SendReply = z.object({
  reference: z.string(),
  body: WriteComment.shape.body,
  lastRead: z.string().optional(),
});
export type SendReply = z.output<typeof SendReply>;

export const InsertAnswer = z.object({
  reference: z.string(),
  body: z.string().max(20_000, "tickets.errors.bodyLong").default(""),
  answer: z.uuid("deskTicket.errors.answer"),
});
export type InsertAnswer = z.output<typeof InsertAnswer>;

const Text = z.string().trim().max(10_000, "deskTicket.errors.answerLong");

/** Without `id` a new one. `isShared`: everyone's at the desk; else its writer's alone. */
export const SaveAnswer = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().min(2, "deskTicket.errors.answerName").max(100, "deskTicket.errors.answerName"),
  sv: Text.min(3, "deskTicket.errors.answerText"),
  en: Text.optional(),
  isShared: z.boolean(),
});
export type SaveAnswer = z.output<typeof SaveAnswer>;

const ItemText = z.string().trim().max(200, "deskTicket.errors.itemText");

/** `basedOn`: the version that was read, 0 where there must be none yet; left out, it is written whatever stands there. */
export const SaveChecklist = z.object({
  slug: z.string().regex(/^[a-z0-9-]{1,80}$/),
  basedOn: z.int().min(0).optional(),
  name: z.string().trim().min(2, "deskTicket.errors.checklistName").max(100, "deskTicket.errors.checklistName"),
  category: z.string().nullable(),
  items: z.array(
    z.object({
      key: z.string().regex(/^[a-z0-9-]+$/),
      text: ItemText.min(2, "deskTicket.errors.itemText"),
      isRequired: z.boolean(),
    }),
  ),
  holdsBack: z.boolean(),
});
export type SaveChecklist = z.output<typeof SaveChecklist>;

/** A checklist as a form writes it: without `slug` a new one, without a key a new item; a row without text is none. */
export const WriteChecklist = SaveChecklist.omit({ items: true, category: true }).extend({
  slug: SaveChecklist.shape.slug.optional(),
  category: z.string().optional(),
  items: z.array(
    z.object({
      key: z
        .string()
        .regex(/^[a-z0-9-]*$/)
        .optional(),
      text: ItemText.refine((text) => text.length !== 1, "deskTicket.errors.itemText"),
      isRequired: z.boolean(),
    }),
  ),
});
export type WriteChecklist = z.output<typeof WriteChecklist>;

export const TickItem = z.object({
  reference: z.string(),
  checklist: z.string(),
  item: z.string(),
  isDone: z.boolean(),
});
export type TickItem = z.output<typeof TickItem>;

/** `on`: the day it was spent; today where it is left out. */
export const SpendTime = z.object({
  reference: z.string(),
  minutes: z
    .int("deskTicket.errors.minutes")
    .min(1, "deskTicket.errors.minutes")
    .max(1440, "deskTicket.errors.minutes"),
  on: LocalDate.optional(),
});
export type SpendTime = z.output<typeof SpendTime>;

/** A transfer as it is chosen on a page: the queue says the line. */
export const HandOver = z.object({
  reference: z.string(),
  version: z.int().optional(),
  queue: z.string("tickets.errors.queue").min(1, "tickets.errors.queue"),
  reason: TransferTicket.shape.reason,
  known: z.string().trim().min(3, "deskTicket.errors.known").max(5000, "tickets.errors.bodyLong"),
  tried: z.string().trim().min(3, "deskTicket.errors.tried").max(5000, "tickets.errors.bodyLong"),
  asked: z.string().trim().min(3, "deskTicket.errors.asked").max(5000, "tickets.errors.bodyLong"),
});
export type HandOver = z.output<typeof HandOver>;
