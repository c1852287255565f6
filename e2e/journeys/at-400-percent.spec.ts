import type { Locator, Page } from "@playwright/test";
import { expect, nameOf, test } from "../fixtures";
import { type Keyboard, keyboardOn, wasPointed, watchPointers } from "../keyboard";
import { referenceIn } from "../steps";

/** A window of 1280 × 1024 at 400 %. */
const zoomed = { width: 320, height: 256 };

async function follow(keyboard: Keyboard, control: Locator): Promise<void> {
  await keyboard.tabTo(control);
  await keyboard.press("Enter");
}

/** Within a group of radio buttons Tab stops once: the arrows go on from there. */
async function choose(keyboard: Keyboard, group: Locator, name: string): Promise<void> {
  const radios = group.getByRole("radio");
  const wanted = group.getByRole("radio", { name, exact: true });
  await keyboard.tabTo(radios.first());
  await keyboard.press("Space");
  for (let n = await radios.count(); n > 0 && !(await wanted.isChecked()); n -= 1) await keyboard.press("ArrowDown");
  await expect(wanted).toBeChecked();
}

/** Nothing is read by scrolling sideways. */
async function expectOneColumn(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `how wide ${page.url()} is`).toBeLessThanOrEqual(zoomed.width);
}

test("a fault is reported, followed and solved at 400 % without a mouse", async ({ portal }) => {
  test.slow();
  const page = await portal.visitor();
  await page.setViewportSize(zoomed);
  await watchPointers(page);
  const keyboard = keyboardOn(page);
  const main = page.getByRole("main");
  const heading = page.getByRole("heading", { level: 1 });
  const goOn = () => follow(keyboard, page.getByRole("button", { name: "Fortsätt", exact: true }));
  const asked = async (question: string) => {
    await expect(heading).toHaveText(question);
    await expectOneColumn(page);
  };
  await page.goto("/sign-in");
  await follow(keyboard, page.getByRole("button", { name: nameOf("staff") }));
  await expect(page).not.toHaveURL(/\/sign-in/);
  await expectOneColumn(page);

  await test.step("three questions, answered with the keyboard", async () => {
    await follow(keyboard, main.getByRole("link", { name: "Rapportera ett fel" }).first());
    await asked("Vad gäller det?");
    await choose(keyboard, main, "Wi-Fi och nät");
    await goOn();
    await asked("Vems är enheten?");
    await choose(keyboard, main, "Kommunens");
    await goOn();
    await asked("Vilken enhet gäller det?");
    await choose(keyboard, main, "Jag vet inte, eller ingen särskild");
    await goOn();
    await asked("Vad händer?");
    await keyboard.tabTo(page.getByLabel("Beskriv med egna ord"));
    await keyboard.type("Nätet faller varje timme i sal sju.");
    await choose(keyboard, page.getByRole("group", { name: "Hur många har problemet?" }), "Bara jag");
    await choose(keyboard, page.getByRole("group", { name: "Kan du arbeta?" }), "Ja, men det är svårare");
    await goOn();
    await asked("Kontrollera dina uppgifter");
    await follow(keyboard, page.getByRole("button", { name: "Skicka anmälan" }));
    await asked("Din anmälan är skickad");
  });
  const reference = referenceIn(page);

  await test.step("followed: found among one's own, and something is added", async () => {
    await page.goto("/tickets");
    await expectOneColumn(page);
    await follow(keyboard, main.getByRole("link", { name: /Nätet faller varje timme/ }).first());
    await expect(page).toHaveURL(new RegExp(`/tickets/${reference}`));
    await expectOneColumn(page);
    await keyboard.tabTo(page.getByLabel("Skriv till oss"));
    await keyboard.type("Nu har det hållit i två timmar.");
    await follow(keyboard, page.getByRole("button", { name: "Skicka meddelandet" }));
    await expect(page.getByRole("listitem").filter({ hasText: "Nu har det hållit" })).toContainText("Du");
  });

  await test.step("and ended", async () => {
    await keyboard.tabTo(page.getByLabel("Vad hjälpte?"));
    await keyboard.type("Det gick över.");
    await follow(keyboard, page.getByRole("button", { name: "Det löste sig" }));
    await expect(page.getByText("Ärendet är avslutat.", { exact: true })).toBeVisible();
    await expectOneColumn(page);
  });
  expect(await wasPointed(page)).toBeNull();
});
