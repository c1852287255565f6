import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import { Icon, type IconName } from "./icon";
import { dayWords, type StripDay, shortDay, weekdayNumber, weeksOf } from "./strip-days";

export type PromiseStripProps = {
  /** Day by day from receipt to the due day, as `stripDays(ledger, language)` gives it. */
  ledger: readonly StripDay[];
  /** The due date in words: "fre 8 jan 2027". */
  dueAt: string;
  /** The reader's local date, "YYYY-MM-DD". */
  today: string;
  language: Language;
  /** Absent while the promise still runs. */
  verdict?: "kept" | "broken";
  /** The local date on which it was delivered. */
  endedOn?: string;
};

/** The promise, day by day: what counts, what does not and why, where we are now, and the day it is due. */
export function PromiseStrip({ ledger, dueAt, today, language, verdict, endedOn }: PromiseStripProps) {
  const translate = translator(language);
  const marks = {
    today: endedOn ?? today,
    due: ledger.at(-1)?.date ?? "",
    dueAt,
    verdict,
    isEnded: endedOn !== undefined,
  };
  return (
    <div className="strip" data-verdict={verdict} data-length={ledger.length > 23 ? "long" : undefined}>
      <ol className="strip-weeks" aria-label={translate("ui.strip.label", { date: dueAt })}>
        {weeksOf(ledger).map(({ week, days, months }) => (
          <li key={days[0]?.date} className="strip-week">
            <span className="sr-only">{translate("ui.strip.weekLong", { number: week })}</span>
            <ol className="strip-days">
              {days.map((day) => (
                <Day key={day.date} day={day} marks={marks} language={language} />
              ))}
            </ol>
            <span className="strip-week-label" aria-hidden="true">
              <span className="strip-week-number">{translate("ui.strip.week", { number: week })}</span>
              {months.length > 0 && (
                <span className="strip-month">{months.map((month) => dayWords(month, language).month).join("–")}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <StripNotes ledger={ledger} language={language} />
    </div>
  );
}

type Marks = {
  today: string;
  due: string;
  dueAt: string;
  verdict: PromiseStripProps["verdict"];
  isEnded: boolean;
};

function Day({ day, marks, language }: { day: StripDay; marks: Marks; language: Language }) {
  const translate = translator(language);
  const { weekday, day: dayOfMonth } = dayWords(day.date, language);
  const isToday = day.date === marks.today;
  const isDue = day.date === marks.due;
  return (
    <li
      className="strip-day"
      data-kind={kindOf(day)}
      data-weekday={weekdayNumber(day.date)}
      data-passed={day.date < marks.today || (isToday && marks.isEnded) || undefined}
      data-today={isToday ? (marks.isEnded ? "ended" : "here") : undefined}
      data-due={isDue || undefined}
    >
      <span className="strip-words">{sentenceOf(day, marks, language)}</span>
      <span className="strip-face" aria-hidden="true">
        <span className="strip-top">{isToday && !marks.isEnded ? translate("ui.strip.today") : weekday}</span>
        <span className="strip-middle">{middleOf(day, isToday && marks.isEnded)}</span>
        <span className="strip-foot">{dayOfMonth}</span>
      </span>
      {isDue && <Flag text={marks.dueAt} verdict={marks.verdict} />}
    </li>
  );
}

function middleOf(day: StripDay, isEnded: boolean) {
  if (isEnded) return <Icon name="check" />;
  if (day.isPaused) return <Icon name="pause" />;
  if (day.counted) return day.number ?? "";
  return <span className="strip-spine">{day.label ?? day.reason}</span>;
}

function Flag({ text, verdict }: { text: string; verdict: Marks["verdict"] }) {
  const icon: IconName = verdict === "kept" ? "circle-check" : verdict === "broken" ? "triangle-alert" : "flag";
  return (
    <span className="strip-flag" aria-hidden="true">
      <Icon name={icon} />
      {text}
    </span>
  );
}

function sentenceOf(day: StripDay, marks: Marks, language: Language): string {
  const translate = translator(language);
  const values = { date: shortDay(day.date, language), number: day.number ?? 0, reason: day.reason };
  const sentences = [translate(`ui.strip.${sentenceKey(day)}`, values)];
  if (day.date === marks.today) sentences.push(translate(marks.isEnded ? "ui.strip.ended" : "ui.strip.today"));
  if (day.date === marks.due) sentences.push(translate("ui.strip.due"));
  if (day.date === marks.due && marks.verdict) sentences.push(translate(`ui.strip.${marks.verdict}`));
  return `${sentences.join(". ")}.`;
}

function sentenceKey(day: StripDay) {
  if (day.isReceived) return "received" as const;
  if (!day.counted) return "notCounted" as const;
  return day.number === undefined ? ("countedPlain" as const) : ("counted" as const);
}

function kindOf(day: StripDay): "counted" | "paused" | "received" | "closed" {
  if (day.counted) return "counted";
  if (day.isPaused) return "paused";
  return day.isReceived ? "received" : "closed";
}

/** The days of the week that do not count, by name and date: what the narrow spines may have had to cut. */
function StripNotes({ ledger, language }: { ledger: readonly StripDay[]; language: Language }) {
  const translate = translator(language);
  const closed = ledger.filter((day) => kindOf(day) === "closed");
  const named = closed.filter((day) => weekdayNumber(day.date) < 6);
  const paused = ledger.filter((day) => day.isPaused).length;
  if (closed.length === 0 && paused === 0) return null;
  return (
    <div className="strip-notes" aria-hidden="true">
      {named.length > 0 && (
        <p>
          {translate("ui.strip.skipped")}{" "}
          {named.map((day) => `${shortDay(day.date, language)} ${day.label ?? day.reason}`).join(", ")}
        </p>
      )}
      {paused > 0 && <p>{translate("ui.strip.paused", { days: paused })}</p>}
      {closed.length > named.length && <p>{translate("ui.strip.weekends")}</p>}
    </div>
  );
}
