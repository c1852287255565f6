import type { Page } from "@playwright/test";
import { expect, type Portal, test } from "../fixtures";
import { reported, ticketNow, written } from "../tickets";

const note = { reason: "Det här når vi inte härifrån", known: "Hela huset", tried: "Omstart", asked: "Se i växeln" };

async function transfer(page: Page, reference: string, queue: string): Promise<void> {
  await page.goto(`/desk/tickets/${reference}`);
  await page.getByRole("link", { name: "Skicka vidare" }).click();
  await page.getByLabel("Till kö").selectOption({ label: queue });
  await page.getByLabel("Varför?").fill(note.reason);
  await page.getByLabel("Vad är känt").fill(note.known);
  await page.getByLabel("Vad är provat", { exact: true }).fill(note.tried);
  await page.getByLabel("Vad ber du om").fill(note.asked);
  await page.getByRole("button", { name: "Skicka vidare" }).click();
  await expect(page.getByText("Ärendet är skickat vidare.")).toBeVisible();
}

const statusOf = async (portal: Portal, reference: string) => (await ticketNow(portal, reference)).status;

test("a fault through three lines and back: thanks leave it solved, a real answer opens it", async ({ portal }) => {
  const reference = await reported(portal, "Nätet är borta i hela huset", { category: "network/wifi" });
  const first = await portal.signedInAs("first");

  await test.step("the first line takes it, answers, and hands it over with a note", async () => {
    await first.goto(`/desk/tickets/${reference}`);
    await first.getByRole("button", { name: "Ta ärendet" }).click();
    await expect(first.getByRole("link", { name: "Svara", exact: true })).toBeVisible();
    await first.getByLabel("Ditt svar").fill("Tack, vi felsöker nu.");
    await expect(first.getByRole("list", { name: "Svaret går till" })).toContainText("staff@aminne.example");
    await first.getByRole("button", { name: "Skicka svaret" }).click();
    await expect(first.getByText("Svaret är skickat.")).toBeVisible();
    await portal.letterTo("staff", new RegExp(reference));
    await first.getByRole("link", { name: "Skicka vidare" }).click();
    await first.getByRole("button", { name: "Skicka vidare" }).click();
    await expect(first.getByRole("main").getByRole("alert")).toContainText("Skriv vad som är känt");
    await transfer(first, reference, "Andra linjen, linje 2");
  });

  await test.step("the second reads it, notes, and hands it on; the third sends it back", async () => {
    const second = await portal.signedInAs("second");
    await second.goto(`/desk/tickets/${reference}`);
    await expect(second.getByRole("list", { name: "Samtal och händelser" })).toContainText(note.asked);
    await second.getByLabel("Anteckning för handläggare").fill("Växeln i källaren är varm");
    await second.getByRole("button", { name: "Spara intern anteckning" }).click();
    await expect(second.getByText("Den interna anteckningen är sparad.")).toBeVisible();
    await transfer(second, reference, "Tredje linjen, linje 3");
    const third = await portal.signedInAs("third");
    await transfer(third, reference, "Första linjen, linje 1");
    expect((await ticketNow(portal, reference)).line).toBe(1);
  });

  await test.step("the first line resolves it", async () => {
    await first.goto(`/desk/tickets/${reference}`);
    await first.getByText("Lös ärendet").first().click();
    await first.getByLabel("Vad gjordes?").fill("Växeln i källaren är bytt.");
    await first.getByRole("radio", { name: "Utrustningen är utbytt" }).check();
    await first.getByRole("button", { name: "Lös ärendet" }).click();
    await expect(first.getByText("Ärendet är löst. Beställaren får ett brev.")).toBeVisible();
    expect(await statusOf(portal, reference)).toBe("resolved");
  });

  await test.step("thanks leave it so; that it is back opens it", async () => {
    await written(portal, "staff", reference, "Tack!");
    expect(await statusOf(portal, reference)).toBe("resolved");
    await written(portal, "staff", reference, "Nätet försvann igen klockan tio, i samma rum.");
    expect(await statusOf(portal, reference)).toBe("in_progress");
    await first.goto(`/desk/tickets/${reference}`);
    await expect(first.getByRole("list", { name: "Samtal och händelser" })).toContainText("Öppnat igen");
    await expect(first.getByText("Växeln i källaren är varm")).toBeVisible();
  });
});
