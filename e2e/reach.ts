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

/** Sent with faults by a browser without script, which alone sends those: the page as the server makes it. */
export const takeUpFaultyDraft: Reach = async (page) => {
  const storageState = await page.context().storageState();
  const plain = await page.context().browser()?.newPage({ javaScriptEnabled: false, storageState });
  if (!plain) throw new Error("no browser to open another page in");
  await plain.goto(page.url());
  await plain.locator("[name=deliverTo]").fill("x");
  await sendForm(plain);
  await plain.waitForURL(/draft=/);
  await page.goto(plain.url());
  await plain.context().close();
};

export const answerAll: Reach = async (page) => {
  await page.locator("[name=hardware]:enabled").first().check();
  await page.locator("[name=costCentre]").selectOption({ index: 1 });
  await page.locator("[name=deliverTo]").fill("Slöjdsalen, hus B");
  await sendForm(page);
  await page.waitForURL(/\/check\?draft=/);
};

/** Asked for once more as it already stands it is the same one: each look may ask. */
export const appointSubstitute: Reach = async (page) => {
  await page.locator("[name=substitute]").fill("Noel Tranberg");
  await page.locator("[name=from]").fill("2030-01-07");
  await page.locator("[name=to]").fill("2030-01-11");
  await page.locator("#appoint [type=submit]").click();
  await page.waitForURL(/\/approvals$/);
};

export const sendAppointment: Reach = (page) => page.locator("#appoint [type=submit]").click();

/** On with whatever has been answered; on the last page it is not sent. */
export const goOn: Reach = (page) => page.locator("#report [name=intent][value=next]").click();

const answerTopic = async (page: Page, topic: string) => {
  await page.locator(`[name=topic][value=${topic}]`).check();
  await goOn(page);
  await page.waitForURL(/\/report\/[a-z]+\?draft=/);
};

export const reportOwnThings: Reach = (page) => answerTopic(page, "own_things");

export const reportAccount: Reach = (page) => answerTopic(page, "account");

export const reportPrinting: Reach = (page) => answerTopic(page, "printing");

export const reportLost: Reach = (page) => answerTopic(page, "lost");

export const reportUnknownSerial: Reach = async (page) => {
  await answerTopic(page, "lost");
  await page.locator("[name=device][value=other]").check();
  await goOn(page);
  await page.waitForURL(/sent=1/);
};

/** To the last question; a password's, where most is said before it. */
export const reportPassword: Reach = async (page) => {
  await answerTopic(page, "account");
  await page.locator("[name=secret][value=account]").check();
  await goOn(page);
  await page.waitForURL(/\/fault\?draft=/);
};

export const reportNothing: Reach = async (page) => {
  await reportPassword(page);
  await goOn(page);
  await page.waitForURL(/sent=1/);
};

export const answerReport: Reach = async (page) => {
  await reportPassword(page);
  await page.locator("[name=text]").fill("Kontot är spärrat sedan i morse.");
  await page.locator("[name=affected][value=me]").check();
  await page.locator("[name=work][value=without]").check();
  await goOn(page);
  await page.waitForURL(/\/check\?draft=/);
};

/** From the queue, the first two rows ticked and the act chosen: the references are the demo's own. */
export const chooseTickets =
  (act: string): Reach =>
  async (page) => {
    await page.goto("/desk");
    for (const row of [0, 1]) await page.locator("[data-ticket] [name=ticket]").nth(row).check();
    await page.locator("#bulk-act").selectOption(act);
    await page.locator("#choose button[type=submit]").click();
    await page.waitForURL(/\/desk\/bulk\?/);
  };

/** What would happen, before it does. */
export const lookAtBulk: Reach = async (page) => {
  await chooseTickets("reply")(page);
  await page.locator("[name='input.body']").fill("Vi arbetar med felet.");
  await page.locator("#bulk button[type=submit]").click();
  await page.waitForURL(/\/desk\/bulk\/[0-9a-f-]{36}$/);
};

export const carryOutBulk: Reach = async (page) => {
  await lookAtBulk(page);
  await page.locator("#run button[type=submit]").click();
  await page.locator(".banner").first().waitFor();
};
