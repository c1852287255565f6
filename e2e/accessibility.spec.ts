import type { Page } from "@playwright/test";
import { pagesOpenTo } from "@/lib/testing/who-may-open";
import { expect, test } from "./fixtures";
import { askingForms, faultsOfSendingEmpty } from "./form-faults";
import { type OrdersInStates, ordersInStates } from "./orders-in-states";
import { axeFaults, forcedColourFaults, frameFaults, layoutFaults, motionFaults } from "./page-faults";
import type { State } from "./state";
import { states } from "./states";
import { tabFaults } from "./tab-order";
import { closeVisits, pageOf } from "./visits";

let orders: OrdersInStates;

test.beforeAll(async ({ portal }) => {
  test.setTimeout(300_000);
  orders = await ordersInStates(portal);
});

test.afterAll(closeVisits);

async function open(page: Page, state: State, origin: string, language: "sv" | "en"): Promise<void> {
  await page.context().addCookies([{ name: "language", value: language, url: origin }]);
  await page.goto(`${origin}${state.at(orders)}`);
  await state.reach?.(page);
  await expect(state.shows(page, orders), state.name).toBeVisible();
  // Set by script, where script has brought the page.
  await expect(page).toHaveTitle(/\S/);
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
      const faults = await layoutFaults(page);
      await page.evaluate(unfold);
      faults.push(...(await (language === "sv" ? faultsInSwedish(page) : faultsInEnglish(page))));
      if (language === "sv") faults.push(...(await formFaults(page, reopen)));
      expect([...new Set(faults)]).toEqual([]);
    });
  }
}

/** Whose frame has been walked by Tab: it is the same around every page that this person sees. */
const walked = new Set<Page>();

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

/** With everything unfolded: each rule in both languages, each colour in both schemes, and what no language changes in Swedish. */
async function faultsInSwedish(page: Page): Promise<string[]> {
  const faults = [
    ...(await frameFaults(page, "sv")),
    ...(await axeFaults(page, "light", "every rule")),
    ...(await axeFaults(page, "dark", "colours")),
    ...(await forcedColourFaults(page)),
    ...(await layoutFaults(page)),
    ...(await motionFaults(page)),
    ...(await tabFaults(page, walked.has(page) ? "main" : "body")),
  ];
  walked.add(page);
  return faults;
}

async function faultsInEnglish(page: Page): Promise<string[]> {
  return [
    ...(await frameFaults(page, "en")),
    ...(await axeFaults(page, "dark", "every rule")),
    ...(await layoutFaults(page)),
  ];
}

/** Runs in the page. Opens whatever lies folded in its content. */
function unfold(): void {
  for (const each of document.querySelectorAll<HTMLDetailsElement>("main details")) each.open = true;
}
