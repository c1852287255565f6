import type { Page } from "@playwright/test";

/** From a page as it is first seen to one of its other states; nothing here is in any language's words. */
export type Reach = (page: Page) => Promise<void>;

export const openMenu: Reach = (page) => page.locator(".person-menu > summary").click();

export const choosePublik: Reach = (page) => page.locator("[name=variant][value=publik]").check();

export const chooseOthers: Reach = async (page) => {
  await page.locator("[name=variant][value=personlig]").check();
  await page.locator("[name=who][value=others]").check();
  await page.locator("[value=add-recipient]").click();
};

export const sendForm: Reach = (page) => page.locator("#order-form [name=intent][value=check]").click();

/** Saved with a fault in it, and taken up again: the page as the server makes it. */
export const takeUpFaultyDraft: Reach = async (page) => {
  await page.locator("[name=deliverTo]").fill("x");
  await sendForm(page);
  await page.locator("#order-form [name=intent][value=save]").click();
  await page.waitForURL(/\/orders$/);
  await page.locator("main a[href*='draft=']").first().click();
  await page.waitForURL(/draft=/);
};

export const answerAll: Reach = async (page) => {
  await page.locator("[name=hardware]:enabled").first().check();
  await page.locator("[name=costCentre]").selectOption({ index: 1 });
  await page.locator("[name=deliverTo]").fill("Slöjdsalen, hus B");
  await sendForm(page);
  await page.waitForURL(/\/check\?draft=/);
};
