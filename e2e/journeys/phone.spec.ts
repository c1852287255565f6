import { expect, nameOf, test } from "../fixtures";

test("a call is registered in a few keystrokes, and the number can be read aloud", async ({ portal }) => {
  const page = await portal.signedInAs("first", { opening: "/desk/register" });
  let steps = 0;
  const step = async (act: () => Promise<unknown>) => {
    steps++;
    await act();
  };
  await expect(page.getByRole("searchbox")).toBeFocused();
  await step(() => page.keyboard.type("ekdahl"));
  const found = page.getByRole("link", { name: new RegExp(nameOf("staff")) });
  await step(() => found.click());
  const title = page.getByLabel("Vad gäller det?");
  await expect(title).toBeFocused();
  await step(() => page.keyboard.type("Har glömt lösenkoden"));
  await expect(page.getByText("IT kan aldrig läsa eller byta den")).toBeVisible();
  await step(() => page.keyboard.press("Enter"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ärendet är sparat");
  await expect(page.getByText(/Läs upp: \p{L}+ \p{L}+ \p{L}+ – \p{L}+ \p{L}+ \p{L}+ \p{L}+/u)).toBeVisible();
  expect(steps).toBeLessThanOrEqual(4);
});

test("what concerns a private computer is answered kindly and closed", async ({ portal }) => {
  const page = await portal.signedInAs("first", { opening: "/desk/register?q=Norrby", javaScript: false });
  await page.getByRole("link", { name: new RegExp(nameOf("staff2")) }).click();
  await page.getByLabel("Vad gäller det?").fill("Word startar inte hemma");
  await page.getByLabel("Vems är enheten?").selectOption("private_computer");
  await page.getByRole("button", { name: "Spara ärendet" }).click();
  await expect(page.getByText("Ärendet är avslutat och räknat")).toBeVisible();
});
