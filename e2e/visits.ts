import type { Browser, Page } from "@playwright/test";
import type { Portal } from "./fixtures";
import type { State } from "./state";

const pages = new Map<string, Page>();

/** One page for each who visits, kept from state to state: signing in again for each would take most of the time. */
export async function pageOf(browser: Browser, portal: Portal, { who, municipality }: State): Promise<Page> {
  const key = `${who} ${municipality}`;
  const known = pages.get(key);
  if (known) return known;
  const session = who ? await (await portal.signedInAs(who, { municipality })).context().storageState() : undefined;
  const settings = { locale: "sv-SE", timezoneId: "Europe/Stockholm", reducedMotion: "reduce" } as const;
  const context = await browser.newContext({ ...settings, ...(session ? { storageState: session } : {}) });
  const page = await context.newPage();
  pages.set(key, page);
  return page;
}

export async function closeVisits(): Promise<void> {
  for (const page of pages.values()) await page.context().close();
  pages.clear();
}
