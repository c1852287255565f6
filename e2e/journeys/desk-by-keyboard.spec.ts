import type { Locator, Page } from "@playwright/test";
import { awake } from "../awake";
import { expect, test } from "../fixtures";
import { type Keyboard, keyboardOn, wasPointed, watchPointers } from "../keyboard";
import { reported, ticketNow } from "../tickets";

const row = (page: Page, reference: string) => page.locator(`[data-ticket="${reference}"] a[href]:visible`);
const talk = (page: Page) => page.getByRole("list", { name: "Samtal och händelser" });

/** Every letter that is a key, in a text that somebody writes. */
const allKeys = "jag kan önska att tre prov ger ett c? / n";

async function write(keyboard: Keyboard, field: Locator, text: string): Promise<void> {
  await expect(field).toBeFocused();
  await keyboard.type(text);
  await expect(field).toHaveValue(text);
}

async function awakeAt(page: Page, url: RegExp): Promise<void> {
  await expect(page).toHaveURL(url);
  await awake(page);
}

test("the desk's day by keyboard alone: found, taken, answered, handed over, paused, resolved", async ({ portal }) => {
  test.slow();
  const below = await reported(portal, "Ljudet hackar i aulan");
  const reference = await reported(portal, "Tangentbordet tappar bokstäver");
  const page = await portal.signedInAs("lead");
  await watchPointers(page);
  const keyboard = keyboardOn(page);
  const followed = async (control: Locator) => {
    await keyboard.tabTo(control);
    await keyboard.press("Enter");
  };
  const button = (name: string) => page.getByRole("main").getByRole("button", { name, exact: true });

  await test.step("j and k move among the rows, o opens", async () => {
    await page.goto("/desk?view=unassigned&sort=received");
    await awakeAt(page, /view=unassigned/);
    await keyboard.press("j");
    await expect(row(page, reference)).toBeFocused();
    await keyboard.press("j");
    await expect(row(page, below)).toBeFocused();
    await keyboard.press("k");
    await expect(row(page, reference)).toBeFocused();
    await keyboard.press("o");
    const beside = page.getByRole("complementary", { name: reference });
    await expect(beside.getByRole("heading", { level: 2 })).toContainText("Tangentbordet tappar bokstäver");
    await keyboard.press("o");
    await awakeAt(page, new RegExp(`/desk/tickets/${reference}$`));
  });

  await test.step("a takes it, r answers, n notes; and none of it while one writes", async () => {
    await keyboard.press("a");
    await expect(page.getByText("Ärendet har bytt handläggare.")).toBeVisible();
    await keyboard.press("r");
    await write(keyboard, page.getByLabel("Ditt svar"), allKeys);
    await expect(page).toHaveURL(new RegExp(`/desk/tickets/${reference}`));
    await followed(page.getByRole("button", { name: "Skicka svaret" }));
    await expect(page.getByText("Svaret är skickat.")).toBeVisible();
    await expect(talk(page)).toContainText(allKeys);
    await keyboard.press("n");
    await write(keyboard, page.getByLabel("Anteckning för handläggare"), "Prova ett annat tangentbord");
    await followed(page.getByRole("button", { name: "Spara intern anteckning" }));
    await expect(page.getByText("Den interna anteckningen är sparad.")).toBeVisible();
    await expect(talk(page)).toContainText("Prova ett annat tangentbord");
  });

  await test.step("t hands it over", async () => {
    await keyboard.press("t");
    const queue = page.getByLabel("Till kö");
    await keyboard.tabTo(queue);
    await keyboard.type("Andra");
    await expect(queue).toHaveValue("line-2");
    for (const [label, text] of Object.entries({
      "Varför?": "Behöver den andra linjens verktyg",
      "Vad är känt": "Bokstäver faller bort",
      "Vad är provat": "Omstart",
      "Vad ber du om": "Läs loggarna",
    })) {
      const field = page.getByLabel(label, { exact: true });
      await keyboard.tabTo(field);
      await write(keyboard, field, text);
    }
    await followed(button("Skicka vidare"));
    await expect(page.getByText("Ärendet är skickat vidare.")).toBeVisible();
    expect((await ticketNow(portal, reference)).line).toBe(2);
  });

  await test.step("p pauses", async () => {
    await keyboard.press("p");
    await expect(page.getByRole("radio", { name: "Beställaren" })).toBeFocused();
    await keyboard.press("Space");
    await keyboard.tabTo(page.getByLabel("Varför väntar vi?"));
    await keyboard.type("Vilken modell är det?");
    const day = new Date((await portal.clock.now()).getTime() + 3 * 86_400_000);
    const parts = { Dag: day.getUTCDate(), Månad: day.getUTCMonth() + 1, År: day.getUTCFullYear() };
    for (const [label, part] of Object.entries(parts)) {
      await keyboard.tabTo(page.getByLabel(label, { exact: true }));
      await keyboard.type(String(part));
    }
    await followed(button("Pausa och meddela"));
    await expect(page.getByText("Ärendet är pausat. Beställaren har fått veta varför.")).toBeVisible();
  });

  await test.step("Ctrl K finds what can be done, and where one can go; Escape leaves all as it was", async () => {
    const palette = page.getByRole("dialog", { name: "Gör eller gå till" });
    await keyboard.press("Control+k");
    await expect(palette.getByRole("combobox")).toBeFocused();
    await keyboard.press("Escape");
    await expect(palette).toHaveCount(0);
    await keyboard.press("Control+k");
    await keyboard.type("anteckna");
    await keyboard.press("Enter");
    await expect(page.getByLabel("Anteckning för handläggare")).toBeFocused();
    // Also from within a field, where the single keys are silent.
    await keyboard.press("Control+k");
    await keyboard.type("kortkommandon");
    await keyboard.press("Enter");
    await awakeAt(page, /\/desk\/keys$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kortkommandon");
    for (const act of ["Nästa rad", "Öppna", "Ta ärendet", "Svara", "Pausa", "Lös"]) {
      await expect(page.getByRole("definition").filter({ hasText: act }).first()).toBeVisible();
    }
  });

  await test.step("g q leads to the queue, Ctrl K to the ticket by its number, e resolves it", async () => {
    await keyboard.press("g");
    await keyboard.press("q");
    await awakeAt(page, /\/desk$/);
    await keyboard.press("Control+k");
    await keyboard.type(reference);
    await expect(page.getByRole("option", { name: new RegExp(reference) })).toBeVisible();
    await keyboard.press("Enter");
    await awakeAt(page, new RegExp(`/desk/tickets/${reference}$`));
    await keyboard.press("e");
    await write(keyboard, page.getByLabel("Vad gjordes?"), "Nytt tangentbord.");
    await keyboard.tabTo(page.getByRole("radio", { name: "Felet är åtgärdat" }));
    await keyboard.press("Space");
    await followed(button("Lös ärendet"));
    await expect(page.getByText("Ärendet är löst. Beställaren får ett brev.")).toBeVisible();
    expect((await ticketNow(portal, reference)).status).toBe("resolved");
  });

  await test.step("? leads to the keys, where they can be switched off", async () => {
    await keyboard.press("?");
    await expect(page).toHaveURL(/\/desk\/keys$/);
    await followed(button("Stäng av enkla tangenter"));
    await expect(page.getByText("Enkla tangenter är av. Ctrl K fungerar ändå.")).toBeVisible();
    await page.goto("/desk");
    await awakeAt(page, /\/desk$/);
    await keyboard.press("c");
    await expect(page).toHaveURL(/\/desk$/);
    await page.goto("/desk/keys");
    await followed(button("Slå på enkla tangenter"));
    await expect(page.getByText("Enkla tangenter är på.")).toBeVisible();
  });
  expect(await wasPointed(page)).toBeNull();
});
