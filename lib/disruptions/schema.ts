import * as z from "zod";
import { incidentReportSteps } from "@/db/words";
import { LocalDate } from "@/lib/sla/schema";

const text = (least: number, most: number, missing: string, long: string) =>
  z.object({
    sv: z.string().trim().min(least, missing).max(most, long),
    en: z.string().trim().max(most, long).optional(),
  });

const Said = text(5, 2000, "disruptions.errors.text", "disruptions.errors.textLong");

/** A local day and a time of day, "8.30" or "08:30", as a form asks for them; both empty where nothing is promised. */
const LocalMoment = z
  .object({
    day: z.union([LocalDate, z.literal("")], "disruptions.errors.day").default(""),
    time: z
      .string()
      .trim()
      .regex(/^(([01]?\d|2[0-3])[.:][0-5]\d)?$/, "disruptions.errors.time")
      .default(""),
  })
  .prefault({});
export type LocalMoment = z.output<typeof LocalMoment>;

export const DeclareDisruption = z.object({
  title: text(5, 120, "disruptions.errors.title", "disruptions.errors.titleLong"),
  affected: Said,
  meanwhile: Said,
  categories: z.array(z.string()).default([]),
  services: z.array(z.string()).default([]),
  /** The ticket that it was seen in first. */
  fromTicket: z.string().optional(),
  nextUpdate: LocalMoment,
});
export type DeclareDisruption = z.output<typeof DeclareDisruption>;

/** A disruption as the one who acts on it read it. */
export const OnDisruption = z.object({ id: z.uuid(), version: z.int() });
export type OnDisruption = z.output<typeof OnDisruption>;

export const UpdateDisruption = OnDisruption.extend({ text: Said, nextUpdate: LocalMoment });
export type UpdateDisruption = z.output<typeof UpdateDisruption>;

/** `tellsFollowers`: the last words also go to everyone who follows. `key`: the form's own, so that it is sent once. */
export const EndDisruption = OnDisruption.extend({ text: Said, tellsFollowers: z.boolean(), key: z.string().min(1) });
export type EndDisruption = z.output<typeof EndDisruption>;

export const FollowDisruption = z.object({ id: z.uuid() });
export type FollowDisruption = z.output<typeof FollowDisruption>;

export const LinkTicket = z.object({
  id: z.uuid(),
  reference: z.string().trim().min(1, "disruptions.errors.reference"),
});
export type LinkTicket = z.output<typeof LinkTicket>;

export const AnswerFollowers = z.object({
  id: z.uuid(),
  text: Said,
  resolvesTickets: z.boolean(),
  key: z.string().min(1),
});
export type AnswerFollowers = z.output<typeof AnswerFollowers>;

/** `aware`: when somebody here first knew; the three clocks begin then. */
export const MarkSignificant = OnDisruption.extend({ aware: LocalMoment });
export type MarkSignificant = z.output<typeof MarkSignificant>;

export const ReportMade = z.object({
  id: z.uuid(),
  step: z.enum(incidentReportSteps),
  reportedTo: z.string().trim().min(2, "disruptions.errors.reportedTo").max(200, "disruptions.errors.titleLong"),
  receipt: z.string().trim().max(200, "disruptions.errors.titleLong").default(""),
});
export type ReportMade = z.output<typeof ReportMade>;

export const SaveRecipients = z.object({
  name: z.string().trim().min(2, "disruptions.errors.reportedTo").max(200, "disruptions.errors.titleLong"),
  contact: z.string().trim().min(2, "disruptions.errors.contact").max(500, "disruptions.errors.titleLong"),
  note: z.string().trim().max(1000, "disruptions.errors.textLong").default(""),
});
export type SaveRecipients = z.output<typeof SaveRecipients>;
