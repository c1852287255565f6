import * as z from "zod";
import { deviceOwnerships, reportTopics, scopeAnswers, type triedSteps } from "@/db/words";

/** How many it concerns, from everyone to oneself: the impact, 1–4. */
export const affected = ["everyone", "unit", "some", "me"] as const;

/** Whether one can work, from not at all to well enough: the urgency, 1–4. */
export const ableToWork = ["nothing", "without", "harder", "waits"] as const;

export const since = ["today", "yesterday", "week", "longer"] as const;

/** Of all steps, those that a person takes without the desk. */
export const ownSteps = [
  "restarted",
  "guide_followed",
  "reinstalled",
  "same_fault_elsewhere",
] as const satisfies readonly (typeof triedSteps)[number][];

export const secrets = ["account", "passcode", "apple", "other"] as const;

/** What a person reports: a fault, or a question. `affected` and `work` are asked of faults alone. */
export const ReportFault = z
  .object({
    type: z.enum(["incident", "question"]),
    topic: z.enum(reportTopics, "report.errors.topic"),
    secret: z.enum(secrets).optional(),
    ownership: z.enum(deviceOwnerships).optional(),
    device: z.string().trim().toUpperCase().max(60, "report.errors.serial").optional(),
    text: z.string().trim().min(5, "report.errors.text").max(20_000, "tickets.errors.bodyLong"),
    since: z.enum(since).optional(),
    tried: z.array(z.enum(ownSteps)).default([]),
    affected: z.enum(affected, "report.errors.affected").optional(),
    work: z.enum(ableToWork, "report.errors.work").optional(),
  })
  .refine(({ topic }) => topic !== "own_things", { path: ["topic"], message: "report.errors.topic" });
export type ReportFault = z.output<typeof ReportFault>;

export const CountScopeAnswer = z.object({
  submissionKey: z.string().min(1).max(100),
  topic: z.enum(reportTopics),
  answer: z.enum(scopeAnswers),
});
export type CountScopeAnswer = z.output<typeof CountScopeAnswer>;
