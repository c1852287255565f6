import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

/** What the browser says of the control that has the focus, and of the one that had it before. */
type Stop = { name: string; outline: number; isInWindow: boolean; isUncovered: boolean; beforeIsUnmarked: boolean };

export type Keyboard = {
  /** Tab by Tab to the control, back from the end of the page to its start if need be. */
  tabTo: (control: Locator) => Promise<void>;
  press: (key: string) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** How many keys were pressed so far. */
  pressed: () => number;
};

const farthest = 120;

/** Someone without a mouse. Wherever Tab stops, the stop must be seen: marked, inside the window, and not covered by anything. */
export function keyboardOn(page: Page): Keyboard {
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  return {
    press,
    pressed: () => keys,
    type: async (text) => {
      keys += text.length;
      await page.keyboard.type(text);
    },
    tabTo: async (control) => {
      await expect(control).toBeVisible();
      for (let stops = 0; stops < farthest; stops += 1) {
        await press("Tab");
        const stop = await page.evaluate(lookAtFocus);
        if (!stop) continue;
        expect(stop, `where Tab stopped on ${page.url()}`).toEqual({
          ...{ name: stop.name, outline: expect.any(Number), isInWindow: true, isUncovered: true },
          beforeIsUnmarked: true,
        });
        expect(stop.outline, `the ring around ${stop.name}`).toBeGreaterThanOrEqual(2);
        if (await control.evaluate((element) => element === document.activeElement)) return;
      }
      throw new Error(`Tab never came to ${control}`);
    },
  };
}

/** Runs in the page. Null where the focus is on no control: between the page's end and its start. */
function lookAtFocus(): Stop | null {
  const here = document.activeElement;
  if (!(here instanceof HTMLElement) || here === document.body) return null;
  const kept = window as unknown as { stopBefore?: Element };
  const before = kept.stopBefore;
  kept.stopBefore = here;
  const ring = (element: Element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth);
  };
  const box = here.getBoundingClientRect();
  const [x, y] = [box.left + Math.min(box.width / 2, 300), box.top + Math.min(box.height / 2, 30)];
  const top = document.elementFromPoint(x, y);
  const label = here instanceof HTMLInputElement ? [...(here.labels ?? [])] : [];
  return {
    name: (here.innerText || label[0]?.innerText || here.getAttribute("name") || here.tagName).trim().slice(0, 60),
    outline: ring(here),
    isInWindow: box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth,
    isUncovered: top !== null && [here, ...label].some((each) => each.contains(top) || top.contains(each)),
    beforeIsUnmarked: !before || before === here || !before.isConnected || ring(before) === 0,
  };
}

/** Notes whether a mouse or a finger was ever used on the page; asked with `wasPointed`. */
export async function watchPointers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const kind of ["mousedown", "pointerdown", "touchstart"]) {
      window.addEventListener(kind, () => sessionStorage.setItem("pointed", kind), true);
    }
  });
}

export const wasPointed = (page: Page): Promise<string | null> =>
  page.evaluate(() => sessionStorage.getItem("pointed"));
