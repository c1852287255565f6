import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { PromiseSpark } from "./promise-spark";
import { PromiseStrip, type PromiseStripProps } from "./promise-strip";
import type { StripDay } from "./strip-days";

const ledger: StripDay[] = [
  { date: "2026-12-21", counted: false, reason: "mottagen", isReceived: true },
  { date: "2026-12-22", counted: true, number: 1, reason: "arbetsdag" },
  { date: "2026-12-23", counted: false, reason: "pausad: väntar på leverantören", isPaused: true },
  { date: "2026-12-24", counted: false, reason: "julafton – stängt", label: "julafton" },
  { date: "2026-12-26", counted: false, reason: "lördag", label: "lör" },
  { date: "2026-12-28", counted: true, number: 2, reason: "arbetsdag" },
];

const running = { ledger, dueAt: "mån 28 dec 2026", today: "2026-12-22", language: "sv" } as const;

describe("to a screen reader the strip is a list of days", () => {
  test("each says its date, whether it counts and why", () => {
    expect(sentences(running)).toEqual([
      "mån 21 dec: mottagen.",
      "tis 22 dec: dag 1, arbetsdag. i dag.",
      "ons 23 dec: räknas inte, pausad: väntar på leverantören.",
      "tors 24 dec: räknas inte, julafton – stängt.",
      "lör 26 dec: räknas inte, lördag.",
      "mån 28 dec: dag 2, arbetsdag. Senast den här dagen.",
    ]);
  });

  test("a promise that was kept says when, and that it was", () => {
    const told = sentences({ ...running, today: "2027-01-10", endedOn: "2026-12-22", verdict: "kept" });
    expect(told[1]).toBe("tis 22 dec: dag 1, arbetsdag. Klar den här dagen.");
    expect(told[5]).toBe("mån 28 dec: dag 2, arbetsdag. Senast den här dagen. Löftet hölls.");
  });

  test("a broken one says so at its due day", () => {
    expect(sentences({ ...running, today: "2027-01-10", verdict: "broken" })[5]).toContain("Löftet bröts.");
  });

  test("in English too", () => {
    expect(sentences({ ...running, language: "en" })[5]).toBe("Mon 28 Dec: day 2, arbetsdag. No later than this day.");
  });
});

test("what is closed on a weekday is named below, weekends are summed up", () => {
  const text = markup(running).replace(/<[^>]+>/g, " ");
  expect(text).toContain("Räknas inte: tors\u00a024\u00a0dec julafton");
  expect(text).toContain("Lördagar och söndagar räknas inte.");
  expect(text).toContain("Väntetid som inte räknas: 1 arbetsdag.");
});

test("the spark has a cell for each day that counts or waits, and says where we are", () => {
  const spark = renderToStaticMarkup(
    createElement(PromiseSpark, { ...running, dueAt: "mån 28 dec", state: "running" as const }),
  );
  expect(spark.match(/<rect/g)).toHaveLength(3);
  expect(spark).toContain('aria-label="Dag 1 av 2, senast mån 28 dec"');
});

function markup(props: PromiseStripProps): string {
  return renderToStaticMarkup(createElement(PromiseStrip, props));
}

function sentences(props: PromiseStripProps): string[] {
  const found = markup(props).matchAll(/<span class="strip-words">(.*?)<\/span>/g);
  return [...found].map(([, sentence = ""]) => sentence.replaceAll("\u00a0", " "));
}
