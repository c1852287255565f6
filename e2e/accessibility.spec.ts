import type { Browser, Page } from "@playwright/test";
import { pagesOpenTo } from "@/lib/testing/who-may-open";
import { expect, type Portal, test } from "./fixtures";
import { askingForms, faultsOfSendingEmpty } from "./form-faults";
import { type OrdersInStates, ordersInStates } from "./orders-in-states";
import { axeFaults, forcedColourFaults, frameFaults, layoutFaults, motionFaults } from "./page-faults";
import { type State, states } from "./states";
import { tabFaults } from "./tab-order";

// Hundreds of looks at pages whose markup the failure names: a trace of each would take longer than the looks.
test.use({ trace: "off" });

let orders: OrdersInStates;
const pages = new Map<string, Page>();

test.beforeAll(async ({ portal }) => {
  test.setTimeout(300_000);
  orders = await ordersInStates(portal);
});

test.afterAll(async () => {
  for (const page of pages.values()) await page.context().close();
  pages.clear();
});

/** One page for each who visits, kept from state to state: signing in again for each would take most of the time. */
async function pageOf(browser: Browser, portal: Portal, { who, municipality }: State): Promise<Page> {
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

async function open(page: Page, state: State, origin: string, language: "sv" | "en"): Promise<void> {
  await page.context().addCookies([{ name: "language", value: language, url: origin }]);
  await page.goto(`${origin}${state.at(orders)}`);
  await state.reach?.(page);
  await expect(state.shows(page, orders), state.name).toBeVisible();
}

test("every page has states here", () => {
  const without = Object.keys(pagesOpenTo).filter((page) => !states.some((state) => state.page === page));
  expect(without).toEqual([]);
});

for (const state of states) {
  for (const language of ["sv", "en"] as const) {
    test(`${state.name}, ${language}`, async ({ browser, portal, baseURL }) => {
      const page = await pageOf(browser, portal, state);
      const reopen = () => open(page, state, baseURL ?? "", language);
      await reopen();
      const faults = await faultsOf(page, language);
      if (await page.evaluate(unfold)) faults.push(...(await faultsOf(page, language)));
      if (language === "sv") faults.push(...(await tabFaults(page)), ...(await formFaults(page, reopen)));
      expect([...new Set(faults)]).toEqual([]);
    });
  }
}

/** Forms tried so far: most stand on several pages, and in several of their states. */
const tried = new Set<string>();

async function formFaults(page: Page, reopen: () => Promise<void>): Promise<string[]> {
  const faults: string[] = [];
  const forms = (await askingForms(page)).filter(({ asks }) => !tried.has(asks));
  for (const form of forms) {
    tried.add(form.asks);
    await reopen();
    faults.push(...(await faultsOfSendingEmpty(page, form, "Fel: ")));
  }
  return faults;
}

async function faultsOf(page: Page, language: string): Promise<string[]> {
  return [
    ...(await frameFaults(page, language)),
    ...(await axeFaults(page, "light")),
    ...(await axeFaults(page, "dark")),
    ...(await forcedColourFaults(page)),
    ...(await layoutFaults(page)),
    ...(await motionFaults(page)),
  ];
}

/** Runs in the page. Opens whatever lies folded in its content; was there any? */
function unfold(): boolean {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
  for (const each of folded) each.open = true;
  return folded.length > 0;
}
