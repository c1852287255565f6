import * as z from "zod";
import { guideAudiences } from "@/db/words";
import { LocalDate } from "@/lib/sla/schema";

const Short = z.string().trim().min(3, "guides.errors.title").max(120, "guides.errors.titleLong");
const Summary = z.string().trim().min(10, "guides.errors.summary").max(300, "guides.errors.summaryLong");
const Body = z.string().trim().min(20, "guides.errors.body").max(30_000, "guides.errors.bodyLong");

/** Swedish first; English in all three texts or in none. */
const inBoth = (text: z.ZodString) => z.object({ sv: text, en: text.optional() });

const digits = z.string().trim().default("");

/** A date as a form sends it, in three parts; out comes "YYYY-MM-DD". */
const DateParts = z
  .object({ day: digits, month: digits, year: digits })
  .transform(({ day, month, year }) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)
  .refine((date) => LocalDate.safeParse(date).success, "guides.errors.reviewOn");

const GuideContent = z.object({
  audience: z.enum(guideAudiences, "guides.errors.audience"),
  categories: z.array(z.string()).default([]),
  title: inBoth(Short),
  summary: inBoth(Summary),
  body: inBoth(Body),
});

/** A guide's text as it is seeded: published at once. */
export type GuideContent = z.output<typeof GuideContent>;

/** The whole of a draft. Without a slug a new guide; else `version` is the one that the writer read. */
export const SaveGuide = z.object({
  slug: z.string().optional(),
  version: z.int().optional(),
  ...GuideContent.shape,
  reviewOn: DateParts,
});
export type SaveGuide = z.output<typeof SaveGuide>;

/** A guide as the one who acts on it read it. */
export const OnGuide = z.object({ slug: z.string(), version: z.int() });
export type OnGuide = z.output<typeof OnGuide>;

export const RestoreGuide = OnGuide.extend({ number: z.int().min(1) });
export type RestoreGuide = z.output<typeof RestoreGuide>;

export const AnswerGuide = z.object({
  slug: z.string(),
  answer: z.enum(["yes", "no"], "guides.errors.answer"),
  text: z.string().trim().max(1000, "guides.errors.answerLong").default(""),
  /** "report": came from the form where a fault is reported. */
  from: z.string().optional(),
});
export type AnswerGuide = z.output<typeof AnswerGuide>;

/** `category`: a path in the tree of ticket categories. `public`: what everyone may read; `internal`: that and the agents' own. */
export const SuggestGuides = z.object({
  text: z.string().max(20_000).default(""),
  category: z.string().max(200).optional(),
  audience: z.enum(guideAudiences).default("public"),
  limit: z.int().min(1).max(20).default(3),
});
export type SuggestGuides = z.output<typeof SuggestGuides>;
