import type { Page } from "@playwright/test";
import { expect, type Portal, poseAs, test } from "../fixtures";
import { ordersTo } from "../given";
import { answer, beginOrder, goOnToCheck, referenceIn, sendOrder } from "../steps";

/** A place that no other order has, to find by. */
const placeOf = async (portal: Portal, words: string) => `${words} ${(await portal.clock.now()).getTime()}`;

/** Ends the page's session from another browser, as the person's own account page does. */
async function endSessionOf(portal: Portal, page: Page): Promise<void> {
  const other = await portal.signedInAs("staff2");
  await other.goto("/account");
  const ends = other.getByRole("button", { name: /^Avsluta inloggningen/ });
  for (let left = await ends.count(); left > 0; left -= 1) {
    await ends.first().click();
    await expect(ends).toHaveCount(left - 1);
  }
  expect((await page.context().cookies()).some(({ name }) => name === "__Host-session")).toBe(true);
}

test("a double click, a reload, the way back and a second sending are one order", async ({ portal }) => {
  const deliverTo = await placeOf(portal, "Rum");
  const page = await portal.signedInAs("staff");
  await beginOrder(page);
  await answer(page, { deliverTo });
  await goOnToCheck(page);
  const check = page.url();
  await page.getByRole("button", { name: "Skicka beställningen" }).dblclick();
  await expect(page).toHaveURL(/\/confirmation$/);
  const reference = referenceIn(page);
  expect(await ordersTo(portal, deliverTo)).toEqual([reference]);

  await page.reload();
  await expect(page.getByRole("main")).toContainText(reference);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/orders/${reference}/confirmation$`));
  await page.goto(check);
  await expect(page).toHaveURL(new RegExp(`/orders/${reference}/confirmation$`));
  expect(await ordersTo(portal, deliverTo)).toEqual([reference]);
});

test("two windows that send the same answers make one order", async ({ portal }) => {
  const deliverTo = await placeOf(portal, "Två fönster");
  const page = await portal.signedInAs("staff");
  await beginOrder(page);
  await answer(page, { deliverTo });
  await goOnToCheck(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  const [one, two] = await Promise.all([sendOrder(page), sendOrder(other)]);
  expect(one).toBe(two);
  expect(await ordersTo(portal, deliverTo)).toEqual([one]);
});

test("a session that ends between form and sending loses nothing", async ({ portal }) => {
  const page = await portal.signedInAs("staff2");
  await beginOrder(page);
  await answer(page, { costCentre: "3210-10", deliverTo: "Hemtjänst Norra, köket", note: "Ring först." });
  await endSessionOf(portal, page);
  await page.getByRole("button", { name: "Fortsätt", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Logga in");
  await poseAs(page, "staff2");
  await expect(page.getByRole("radio", { name: "iPad 11 tum, 128 GB" })).toBeChecked();
  await expect(page.getByLabel("Var ska vi lämna den?")).toHaveValue("Hemtjänst Norra, köket");
  await expect(page.getByLabel("Något vi behöver veta?")).toHaveValue("Ring först.");
  await goOnToCheck(page);

  await endSessionOf(portal, page);
  await page.getByRole("button", { name: "Skicka beställningen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Logga in");
  await poseAs(page, "staff2");
  await expect(page.getByRole("main")).toContainText("Hemtjänst Norra, köket");
  await sendOrder(page);
});

test("what is typed survives a change of language in the middle of the form, and a rest until later", async ({
  portal,
}) => {
  const page = await portal.signedInAs("staff");
  await beginOrder(page);
  await page.getByRole("radio", { name: "iPad Pro 11 tum, 256 GB" }).check();
  await page.getByLabel("Något vi behöver veta?").fill("Med tangentbord, tack.");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Order iPad");
  await expect(page.getByRole("radio", { name: "iPad Pro 11 tum, 256 GB" })).toBeChecked();
  await expect(page.getByLabel("Anything we need to know?")).toHaveValue("Med tangentbord, tack.");
  await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: "Svenska" }).click();
  await expect(page.getByLabel("Något vi behöver veta?")).toHaveValue("Med tangentbord, tack.");

  await page.getByRole("button", { name: "Spara och fortsätt senare" }).click();
  await expect(page).toHaveURL(/\/orders$/);
  await page.getByRole("link", { name: "Fortsätt där du var" }).click();
  await expect(page.getByLabel("Något vi behöver veta?")).toHaveValue("Med tangentbord, tack.");
});
