import type { Page } from "@playwright/test";
import type { Faults } from "./page-faults";

/** What the browser says of the stop that Tab came to. */
type Stop = { position: number; name: string; faults: string[] };

const farthest = 400;

/**
 * Tab from the first control to the last: each is come to, in the order of the page, marked as having the focus, and not hidden
 * behind what stays in place when the page scrolls (2.4.11). `within` main, where what stands around it has been walked before.
 */
export async function tabFaults(page: Page, within: "body" | "main" = "body"): Promise<Faults> {
  const names = await page.evaluate(listStops, within);
  if (names.length === 0) return [];
  const faults: Faults = [];
  const reached = new Set<number>();
  let last = -1;
  for (let presses = 0; presses < farthest; presses += 1) {
    let stop = await page.evaluate(lookAtFocus);
    // The page may still be on its way to where the focus is.
    if (stop?.faults.length) stop = await page.waitForTimeout(150).then(() => page.evaluate(lookAtFocus));
    if (!stop || (stop.position === 0 && reached.has(0)) || (stop.position < 0 && within === "main")) break;
    if (stop.position >= 0) {
      if (stop.position < last) faults.push(`Tab goes back to ${stop.name}`);
      if (!reached.has(stop.position)) faults.push(...stop.faults.map((what) => `Tab: ${stop.name} ${what}`));
      reached.add(stop.position);
      last = stop.position;
    }
    await page.keyboard.press("Tab");
  }
  return [
    ...faults,
    ...names.filter((_, position) => !reached.has(position)).map((name) => `Tab never comes to ${name}`),
  ];
}

type Kept = { stops?: Element[][] };

/** Runs in the page. Every control that Tab should come to, the radios of a question as one; the first gets the focus. */
function listStops(within: string): string[] {
  const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const stops: Element[][] = [];
  // Whatever stands around an open dialog cannot be reached, and must not be.
  const place = document.querySelector("dialog:modal") ?? document.querySelector(within);
  for (const each of place?.querySelectorAll<HTMLElement>(controls) ?? []) {
    const isOpen = each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0;
    if (!isOpen || each.tabIndex < 0 || (each as HTMLButtonElement).disabled) continue;
    const before = stops.at(-1)?.[0];
    const isSameQuestion =
      each instanceof HTMLInputElement &&
      before instanceof HTMLInputElement &&
      each.type === "radio" &&
      each.name === before.name &&
      each.form === before.form;
    if (isSameQuestion) stops.at(-1)?.push(each);
    else stops.push([each]);
  }
  (window as Kept).stops = stops;
  (stops[0]?.[0] as HTMLElement | undefined)?.focus({ focusVisible: true } as FocusOptions);
  return stops.map(([each]) => (each as HTMLElement).innerText?.trim().slice(0, 40) || (each as HTMLElement).id);
}

/** Runs in the page. Null where the focus has left the page's controls. */
function lookAtFocus(): Stop | null {
  const here = document.activeElement;
  if (!(here instanceof HTMLElement) || here === document.body) return null;
  const stops = (window as Kept).stops ?? [];
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(here);
  const isMarked = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  const labels = here instanceof HTMLInputElement ? [...(here.labels ?? [])] : [];
  const isSeenAt = (x: number, y: number) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && [here, ...labels].some((each) => each.contains(top));
  };
  const boxes = [...here.getClientRects()];
  const isSeen = boxes.some(({ left, right, top, bottom }) =>
    [0.1, 0.5, 0.9].some((part) => isSeenAt(left + (right - left) * part, top + (bottom - top) / 2)),
  );
  return {
    position: stops.findIndex((controls) => controls.includes(here)),
    name: here.innerText?.trim().slice(0, 40) || here.id || here.tagName,
    faults: [...(isMarked ? [] : ["is not marked"]), ...(isSeen ? [] : ["is hidden"])],
  };
}
