import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Result } from "axe-core";

/** What is wrong with a page, one sentence each; nothing when it is as it should be. */
export type Faults = string[];

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"];
/** What another set of colours can change. */
const colourRules = ["color-contrast", "link-in-text-block"];

const wide = { width: 1280, height: 900 };
/** 1280 pixels at 400 %. */
const narrow = { width: 320, height: 640 };

export async function axeFaults(
  page: Page,
  colorScheme: "light" | "dark",
  asking: "every rule" | "colours",
): Promise<Faults> {
  await page.emulateMedia({ colorScheme });
  // Without frames there is nothing to gather from elsewhere, which is all that the other mode is for.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const asked = asking === "every rule" ? axe.withTags(tags) : axe.withRules(colourRules);
  const { violations } = await asked.analyze();
  return violations.flatMap((violation) => told(violation, colorScheme));
}

function told({ id, nodes }: Result, scheme: string): Faults {
  return nodes.map(({ target, failureSummary = "" }) => {
    const why = failureSummary.split("\n").slice(1).join(" ").replace(/\s+/g, " ");
    return `${scheme}: ${id} at ${target.join(" ")}: ${why}`;
  });
}

/** Language, title, one h1, one main. */
export function frameFaults(page: Page, language: string): Promise<Faults> {
  return page.evaluate((expected) => {
    const faults: string[] = [];
    const seen = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
    if (document.documentElement.lang !== expected) faults.push(`lang is "${document.documentElement.lang}"`);
    if (document.title.trim().length < 3) faults.push("has no title");
    if (seen("h1").length !== 1) faults.push(`has ${seen("h1").length} h1`);
    if (seen("main").length !== 1) faults.push(`has ${seen("main").length} main`);
    if (document.querySelector(`[lang]:not([lang=sv]):not([lang=en])`))
      faults.push("has a lang that is no language here");
    return faults;
  }, language);
}

/** With less motion asked for nothing moves: neither now nor when something is pointed at or opened. */
export function motionFaults(page: Page): Promise<Faults> {
  return page.evaluate(() => {
    const running = document.getAnimations().filter(({ playState }) => playState === "running");
    const moving = [...document.querySelectorAll("body *")].filter((each) => {
      const { transitionDuration, animationName } = getComputedStyle(each);
      return animationName !== "none" || transitionDuration.split(", ").some((time) => Number.parseFloat(time) > 0);
    });
    return [
      ...running.map(() => "motion: something moves"),
      ...moving.map((each) => `motion: ${each.tagName.toLowerCase()}.${each.className} would move`),
    ];
  });
}

/** 320 pixels wide, with text set wider apart (1.4.12), and with text twice as large: nothing sticks out, nothing is cut off. */
export async function layoutFaults(page: Page): Promise<Faults> {
  const faults: Faults = [];
  const look = async (how: string) =>
    faults.push(...(await page.evaluate(lookForOverflow)).map((what) => `${how}: ${what}`));
  await page.setViewportSize(narrow);
  await look("320 px");
  await page.evaluate(setTextApart, true);
  await look("320 px, text spaced");
  await page.evaluate(setTextApart, false);
  await page.setViewportSize(wide);
  faults.push(...(await page.evaluate(doubleText)));
  await look("text at 200 %");
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  return faults;
}

/** Through the object model, which no content security policy stands in the way of. */
function setTextApart(isApart: boolean): void {
  const apart = new CSSStyleSheet();
  apart.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }",
  );
  document.adoptedStyleSheets = isApart ? [apart] : [];
}

/** Runs in the page. Doubles the text, and tells what stayed small. */
function doubleText(): string[] {
  const holders = [...document.querySelectorAll<HTMLElement>("body *")].filter(
    (each) =>
      !each.closest("svg") &&
      each.checkVisibility() &&
      [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
  );
  const size = (each: Element) => Number.parseFloat(getComputedStyle(each).fontSize);
  const before = holders.map(size);
  document.documentElement.style.fontSize = "200%";
  return holders
    .filter((each, n) => size(each) < (before[n] ?? 0) * 1.95)
    .map((each) => `text at 200 %: "${each.textContent?.trim().slice(0, 30)}" stays small`);
}

/** Runs in the page. What reaches outside the window or is cut off, the outermost of it. */
function lookForOverflow(): string[] {
  const faults: string[] = [];
  const name = (each: Element) =>
    `${each.tagName.toLowerCase()}${each.id ? `#${each.id}` : ""}.${[...each.classList].join(".")}`;
  const root = document.documentElement;
  if (root.scrollWidth > window.innerWidth) faults.push(`scrolls sideways (${root.scrollWidth} px)`);
  const isScroller = (each: Element) => /auto|scroll/.test(getComputedStyle(each).overflowX);
  // A day's narrow spine may cut its reason: the notes below the strip say it in full.
  const isHidden = (each: Element) => each.closest(".sr-only, .skip-link, .strip-spine, svg, [hidden]") !== null;
  for (const each of document.querySelectorAll<HTMLElement>("body *")) {
    if (isHidden(each) || !each.checkVisibility()) continue;
    const box = each.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const { overflowX, overflowY, textOverflow } = getComputedStyle(each);
    const sticksOut = Math.floor(box.right) > window.innerWidth || Math.ceil(box.left) < 0;
    const parent = each.parentElement;
    const parentSticksOut = parent && parent.getBoundingClientRect().right >= box.right;
    let scroller: Element | null = parent;
    while (scroller && !isScroller(scroller)) scroller = scroller.parentElement;
    if (sticksOut && !parentSticksOut && !scroller)
      faults.push(`${name(each)} sticks out to ${Math.round(box.right)} px`);
    const cut = (overflow: string) => overflow === "hidden" || overflow === "clip";
    const isCutX = cut(overflowX) && each.scrollWidth > each.clientWidth + 1;
    const isCutY = cut(overflowY) && each.scrollHeight > each.clientHeight + 1;
    if ((isCutX || isCutY || (textOverflow === "ellipsis" && isCutX)) && each.innerText.trim())
      faults.push(`${name(each)} is cut off`);
  }
  return faults;
}

/**
 * In forced colours a control is still seen to be one, by an edge, an underline or its own widget; and where a style sheet keeps
 * colours of its own, text is read on them. (axe reads the colours as they were before they were forced.)
 */
export async function forcedColourFaults(page: Page): Promise<Faults> {
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  const faults = await page.evaluate(lookAtForcedColours);
  await page.emulateMedia({ forcedColors: "none" });
  return faults.map((what) => `forced colours: ${what}`);
}

/** Runs in the page. */
function lookAtForcedColours(): string[] {
  const seen = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (each) => each.checkVisibility() && each.getBoundingClientRect().width > 2,
    );
  const flat = seen("main :is(input:not([type=hidden]), select, textarea, button)").filter((each) => {
    const { borderTopWidth, borderTopStyle, appearance, textDecorationLine } = getComputedStyle(each);
    const hasEdge = Number.parseFloat(borderTopWidth) >= 1 && borderTopStyle !== "none";
    const isWidget = each.matches("[type=radio], [type=checkbox]") && appearance !== "none";
    return !hasEdge && !isWidget && !textDecorationLine.includes("underline");
  });
  const partsOf = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = partsOf(colour).map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (each: Element | null): string => {
    if (!each) return getComputedStyle(document.documentElement).backgroundColor;
    const { backgroundColor } = getComputedStyle(each);
    return partsOf(backgroundColor)[3] === 0 ? behind(each.parentElement) : backgroundColor;
  };
  const unread = seen("body *").filter((each) => {
    const { forcedColorAdjust, color } = getComputedStyle(each);
    const hasText = [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (forcedColorAdjust !== "none" || !hasText) return false;
    const [one = 0, other = 0] = [light(color), light(behind(each))].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05) < 4.5;
  });
  return [
    ...flat.map((each) => `${each.tagName.toLowerCase()} "${each.innerText || each.id}" has no edge`),
    ...unread.map((each) => `"${each.innerText}" cannot be read on its colour`),
  ];
}
