import * as z from "zod";
import { holidayCountries, publicHolidays } from "./holidays";
import {
  type Calendar,
  ClosedDay,
  DayHours,
  LocalDate,
  TimeZone,
  WeekHours,
  WorkingDays,
  WorkingMinutes,
} from "./schema";

/** An instant with its offset, as text; finer than a millisecond is cut off. */
const Instant = z.string().transform((text, ctx) => {
  const at = readInstant(text);
  if (at) return at;
  ctx.addIssue("sla.instant");
  return z.NEVER;
});

const Pause = z.tuple([Instant, Instant]).refine(([from, to]) => from <= to, "sla.endBeforeStart");

const anyCase = { start: Instant, pauses: z.array(Pause).optional(), calendar: z.unknown().optional() };

const UnclearCase = z.custom<never>(() => false, "sla.caseUnclear");
const DayCase = z.strictObject({ ...anyCase, workingDays: WorkingDays });
const MinuteCase = z.strictObject({ ...anyCase, workingMinutes: WorkingMinutes });
const ElapsedCase = z
  .strictObject({ ...anyCase, end: Instant })
  .refine(({ start, end }) => start <= end, { path: ["end"], message: "sla.endBeforeStart" });

export type SlaCase = z.output<typeof DayCase> | z.output<typeof MinuteCase> | z.output<typeof ElapsedCase>;

/** The schema of one case, chosen by what it asks for, so that a fault is told of the question that was meant. */
export function caseSchema(input: unknown): z.ZodType<SlaCase> {
  const asked = typeof input === "object" && input !== null ? input : {};
  if ("workingDays" in asked) return DayCase;
  if ("workingMinutes" in asked) return MinuteCase;
  return "end" in asked ? ElapsedCase : UnclearCase;
}

/** What `npm run sla` reads. A case may bring its own calendar, else the file's holds. */
export const CaseFile = z.strictObject({ calendar: z.unknown().optional(), cases: z.array(z.unknown()) });

/** "organisation/calendar", kept in the database. */
export const CalendarName = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "sla.calendarName");

const Closed = z.array(z.union([LocalDate.transform((date): ClosedDay => ({ date })), ClosedDay]));

/** A calendar written out in the file: `closed` as bare dates or with names, `country` with `years` instead or besides. */
export const WrittenCalendar = z
  .strictObject({
    timeZone: TimeZone,
    hours: WeekHours,
    closed: Closed.default([]),
    special: z.record(LocalDate, DayHours).default({}),
    country: z.enum(holidayCountries, "sla.country").optional(),
    years: z.array(z.int().min(1900, "sla.year").max(2199, "sla.year")).optional(),
  })
  .refine((calendar) => (calendar.country === undefined) === (calendar.years === undefined), "sla.countryWithYears")
  .transform(({ timeZone, hours, closed, special, country, years = [] }): Calendar => {
    const own = Object.entries(special).map(([date, dayHours]) => ({ date, hours: dayHours }));
    const holidays = country ? years.flatMap((year) => publicHolidays(country, year)) : [];
    // What the file says of a date itself wins over the country's holiday.
    const dated = new Map(
      holidays.filter(({ date }) => !(date in special)).map((each) => [each.date, each as ClosedDay]),
    );
    for (const each of closed) dated.set(each.date, { ...dated.get(each.date), ...each });
    return { timeZone, hours, closed: [...dated.values()], special: own };
  });

const instantForm =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

function readInstant(text: string): Date | undefined {
  const date = instantForm.exec(text)?.[1];
  if (date === undefined || !LocalDate.safeParse(date).success) return undefined;
  const at = new Date(text);
  return Number(date.slice(0, 4)) < 2200 && !Number.isNaN(at.getTime()) ? at : undefined;
}
