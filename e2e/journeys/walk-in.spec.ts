import { expect, test } from "../fixtures";

test("somebody comes for a password: a number, a visit, proof of identity", async ({ portal }) => {
  const page = await portal.signedInAs("first", { opening: "/desk/register?q=Norrby&channel=walk_in" });
  await page
    .getByRole("main")
    .getByRole("link", { name: /Norrby/ })
    .first()
    .click();
  await page.getByLabel("Vad gäller det?").fill("Glömt mitt lösenord");
  await expect(page.getByRole("radio", { name: "På plats" })).toBeChecked();
  await page.getByLabel("Kategori").selectOption("account");
  await page.getByRole("button", { name: "Spara ärendet" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ärendet är sparat");
  const reference = new URL(page.url()).searchParams.get("done") ?? "";
  await page.getByRole("link", { name: "Boka besök" }).click();
  const booked = page.getByLabel("När passar det?");
  await expect(booked).toBeVisible();
  await page.getByRole("button", { name: "Boka besöket" }).click();
  await expect(page.getByText(`Visa ärendenummer ${reference}`)).toBeVisible();
});
