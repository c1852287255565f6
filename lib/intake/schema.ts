import * as z from "zod";
import { mailOutcomes } from "@/db/words";

/** What became of a mail. `reason` is a word of `intake.reason`; `reference` the ticket it stands in, where there is one. */
export const MailAnswer = z
  .object({ outcome: z.enum(mailOutcomes), reference: z.string().optional(), reason: z.string() })
  .meta({ id: "MailAnswer" });
export type MailAnswer = z.output<typeof MailAnswer>;

const OnMail = z.object({ mailId: z.uuid() });

export const ReleaseAsTicket = OnMail;
export type ReleaseAsTicket = z.output<typeof ReleaseAsTicket>;

export const ReleaseAsReply = OnMail.extend({
  reference: z
    .string("intake.errors.reference")
    .trim()
    .min(7, "intake.errors.reference")
    .max(20, "intake.errors.reference"),
});
export type ReleaseAsReply = z.output<typeof ReleaseAsReply>;

export const DismissMail = OnMail.extend({
  reason: z.string().trim().min(3, "tickets.errors.because").max(500, "tickets.errors.reasonLong"),
});
export type DismissMail = z.output<typeof DismissMail>;

export const UnmuteAddress = z.object({ id: z.uuid() });
export type UnmuteAddress = z.output<typeof UnmuteAddress>;

/** Every reason that is shown to people, each with its sentence. */
export const shownReasons = [
  "sameMessageId",
  "disabledSender",
  "floodOnTicket",
  "floodFromSender",
  "floodOfAll",
  "processingFailed",
  "tooLarge",
  "unreadable",
  "tooManyHeaders",
  "tooManyParts",
  "severalSenders",
  "noSender",
  "smime",
  "encrypted",
  "tnefOnly",
  "nullSender",
  "noReplyAddress",
  "empty",
  "markedAsSpam",
  "markedAsInfected",
  "forgedSender",
  "abuseReport",
  "looksAutomatic",
  "bounce",
  "loop",
  "canary",
  "automaticReply",
  "outOfOffice",
  "notice",
  "list",
  "calendar",
] as const;
export type ShownReason = (typeof shownReasons)[number];

/** Whether a stored word is one of them. */
export const isShownReason = (reason: string): reason is ShownReason =>
  (shownReasons as readonly string[]).includes(reason);
