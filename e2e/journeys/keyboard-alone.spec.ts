import type { Locator, Page } from "@playwright/test";
import { expect, nameOf, test } from "../fixtures";
import { orderNow, serialNumberFor, untilReady } from "../given";
import { type Keyboard, keyboardOn, wasPointed, watchPointers } from "../keyboard";
import { referenceIn } from "../steps";

/** Keys for the whole way, sign-ins too. More than this and something has come in between. */
const most = 900;

async function follow(keyboard: Keyboard, control: Locator): Promise<void> {
  await keyboard.tabTo(control);
  await keyboard.press("Enter");
}

async function choose(keyboard: Keyboard, control: Locator): Promise<void> {
  await keyboard.tabTo(control);
  await keyboard.press("Space");
  await expect(control).toBeChecked();
}

async function write(keyboard: Keyboard, control: Locator, text: string): Promise<void> {
  await keyboard.tabTo(control);
  await keyboard.type(text);
  await expect(control).toHaveValue(text);
}

/** Signs in from the sign-in page, wherever it then leads. */
async function signIn(page: Page, keyboard: Keyboard, who: string): Promise<void> {
  await follow(keyboard, page.getByRole("button", { name: nameOf(who) }));
  await expect(page).not.toHaveURL(/\/sign-in/);
}

test("the first order from start to end with the keyboard alone", async ({ portal }) => {
  test.slow();
  let keys = 0;
  const asSomeone = async (who: string, opening: string, acts: (page: Page, keyboard: Keyboard) => Promise<void>) => {
    const page = await portal.visitor();
    await watchPointers(page);
    await page.goto(opening);
    const keyboard = keyboardOn(page);
    await signIn(page, keyboard, who);
    await acts(page, keyboard);
    expect(await wasPointed(page)).toBeNull();
    keys += keyboard.pressed();
  };
  let reference = "";

  await asSomeone("staff", "/sign-in", async (page, keyboard) => {
    const link = (name: string) => page.getByRole("main").getByRole("link", { name }).first();
    await follow(keyboard, page.locator("main a[href='/services/ipad']").first());
    await follow(keyboard, link("Beställ iPad"));
    await follow(keyboard, link("Börja beställa"));
    await choose(keyboard, page.getByRole("radio", { name: "iPad 11 tum, 128 GB" }));
    const code = page.getByLabel("Kodsträng");
    await keyboard.tabTo(code);
    await keyboard.press("ArrowDown");
    await expect(code).toHaveValue("2110-10");
    await write(keyboard, page.getByLabel("Var ska vi lämna den?"), "Expeditionen");
    await follow(keyboard, page.getByRole("button", { name: "Fortsätt", exact: true }));
    await follow(keyboard, page.getByRole("button", { name: "Skicka beställningen" }));
    await expect(page).toHaveURL(/\/confirmation$/);
    reference = referenceIn(page);
  });

  const asked = await portal.letterTo("manager", `Godkänn beställning ${reference}`);
  await asSomeone("manager", asked.links[0] ?? "", async (page, keyboard) => {
    await choose(keyboard, page.getByRole("radio", { name: "Godkänn" }));
    await follow(keyboard, page.getByRole("button", { name: "Skicka beslutet" }));
    await expect(page.getByText("har godkänt beställningen")).toBeVisible();
  });

  await asSomeone("first", `/desk/orders/${reference}`, async (page, keyboard) => {
    await follow(keyboard, page.getByRole("link", { name: "Registrera serienummer" }));
    await expect(page.getByRole("textbox", { name: /^Serienummer för/ })).toBeFocused();
    await keyboard.type(serialNumberFor(reference));
    await keyboard.press("Enter");
    await follow(keyboard, page.getByRole("main").getByRole("link", { name: "Till beställningen" }));
    await expect(page).toHaveURL(new RegExp(`/desk/orders/${reference}$`));
    await untilReady(portal, reference);
    await page.goto(`/desk/orders/${reference}`);
    await follow(keyboard, page.getByRole("link", { name: "Lämna ut" }).first());
    await choose(keyboard, page.getByRole("checkbox", { name: "Laddad och testad" }));
    await follow(keyboard, page.getByRole("button", { name: "Lämna ut och spara kvittot" }));
    await expect(page.getByText("Utlämnad. Kvittot är sparat.")).toBeVisible();
  });

  await asSomeone("staff", `/orders/${reference}`, async (page, keyboard) => {
    await follow(keyboard, page.getByRole("button", { name: "Jag har fått den" }));
    await expect(page.getByText("Tack! Du har bekräftat att du har fått den.")).toBeVisible();
  });

  expect((await orderNow(portal, reference)).lines[0]?.status).toBe("acknowledged");
  test.info().annotations.push({ type: "keys", description: `${keys} key presses from sign-in to receipt` });
  expect(keys).toBeLessThan(most);
});
