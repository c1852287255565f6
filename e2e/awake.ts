import type { Page } from "@playwright/test";

/** Waits until script has taken the desk's page over: a key pressed before that means nothing to it, as on any page that is still coming. */
export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector(".desk-key-told") ?? {}).some((key) => key.startsWith("__react")),
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
