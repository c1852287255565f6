import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import type { StripDay } from "./strip-days";

type PromiseSparkProps = {
  ledger: readonly StripDay[];
  /** "fre 8 jan". */
  dueAt: string;
  today: string;
  language: Language;
  /** "soon" from three quarters of the time. */
  state: "running" | "soon" | "paused" | "kept" | "broken";
};

const sentences = {
  running: "ui.strip.spark",
  soon: "ui.strip.spark",
  paused: "ui.strip.sparkPaused",
  kept: "ui.strip.sparkKept",
  broken: "ui.strip.sparkBroken",
} as const;

const step = 5;

/** The promise as small as a word: one cell a working day, filled as they pass, a gap where days do not count. For the desk's queue. */
export function PromiseSpark({ ledger, dueAt, today, language, state }: PromiseSparkProps) {
  const counted = ledger.filter((day) => day.counted);
  const passed = counted.filter((day) => day.date <= today).length;
  const cells = cellsOf(ledger);
  const width = (cells.at(-1)?.x ?? 0) + step;
  const words = translator(language)(sentences[state], { passed, total: counted.length, date: dueAt });
  return (
    <svg
      className="spark"
      data-state={state}
      viewBox={`0 0 ${width} 18`}
      width={width}
      height={18}
      role="img"
      aria-label={words}
    >
      {cells.map(({ day, x }, index) => {
        const isDue = index === cells.length - 1;
        const kind = day.isPaused ? "paused" : day.date < today ? "passed" : day.date === today ? "today" : "ahead";
        return (
          <rect
            key={day.date}
            className="spark-cell"
            data-kind={kind}
            x={x + 0.5}
            y={isDue ? 1 : 5.5}
            width={3}
            height={isDue ? 16 : 11.5}
          />
        );
      })}
    </svg>
  );
}

/** Only days that count or wait get a cell; what is closed between them is a gap of half a cell. */
function cellsOf(ledger: readonly StripDay[]): { day: StripDay; x: number }[] {
  const cells: { day: StripDay; x: number }[] = [];
  let x = 0;
  let isGap = false;
  for (const day of ledger) {
    if (!day.counted && !day.isPaused) {
      isGap = cells.length > 0;
      continue;
    }
    if (isGap) x += step / 2;
    isGap = false;
    cells.push({ day, x });
    x += step;
  }
  return cells;
}
