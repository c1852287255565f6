import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

type Answers = { model?: string; costCentre?: string; deliverTo?: string; note?: string };

/** From the front page to the form, as somebody who has not been here before. */
export async function beginOrder(page: Page): Promise<void> {
  await page.goto("/services/ipad");
  await page.getByRole("link", { name: "Beställ iPad" }).first().click();
  await page.getByRole("link", { name: "Börja beställa" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Beställ");
}

/** Answers the questions that everyone is asked. */
export async function answer(page: Page, answers: Answers = {}): Promise<void> {
  const { model = "iPad 11 tum, 128 GB", costCentre = "2110-10", deliverTo = "Expeditionen, Björkskolan" } = answers;
  await page.getByRole("radio", { name: model }).check();
  await page.getByLabel("Kodsträng").selectOption(costCentre);
  await page.getByLabel("Var ska vi lämna den?").fill(deliverTo);
  if (answers.note) await page.getByLabel("Något vi behöver veta?").fill(answers.note);
}

export async function goOnToCheck(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Fortsätt", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kontrollera dina uppgifter");
}

/** Sends what was checked; answers the reference on the confirmation. */
export async function sendOrder(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Skicka beställningen" }).click();
  await expect(page).toHaveURL(/\/orders\/\d{3}-\d{4}\/confirmation(#|$)/);
  return referenceIn(page);
}

/** The number that people quote, as the page's address has it. */
export const referenceIn = (page: Page): string => /\d{3}-\d{4}/.exec(page.url())?.[0] ?? "";

/** The agent scans number after number; each is saved by Enter. */
export async function registerSerialNumbers(page: Page, reference: string, numbers: string[]): Promise<void> {
  await page.goto(`/desk/orders/${reference}`);
  await page.getByRole("link", { name: "Registrera serienummer" }).click();
  for (const number of numbers) {
    const field = page.getByRole("textbox", { name: /^Serienummer för/ });
    await expect(field).toBeFocused();
    await page.keyboard.type(number);
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^Serienumret är registrerat|^Alla enheter har serienummer/).first()).toBeVisible();
  }
}

/** Everything that is ready is handed over to whoever stands there, its checklist ticked. */
export async function handOver(page: Page, reference: string, receivedBy: string, ticks: string[] = []): Promise<void> {
  await page.goto(`/desk/orders/${reference}/hand-over`);
  await page.getByLabel("Vem tar emot?").fill(receivedBy);
  for (const tick of ticks) await page.getByRole("checkbox", { name: tick }).check();
  await page.getByRole("button", { name: "Lämna ut och spara kvittot" }).click();
  await expect(page.getByText("Utlämnad. Kvittot är sparat.")).toBeVisible();
}

/** On the page that the letter leads to. */
export async function approve(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Godkänn" }).check();
  await page.getByRole("button", { name: "Skicka beslutet" }).click();
  await expect(page.getByText("har godkänt beställningen")).toBeVisible();
}

/** Says no; what then happens depends on the reason. */
export async function decline(page: Page, reason: string): Promise<void> {
  await page.getByRole("radio", { name: "Säg nej" }).check();
  await page.getByLabel("Varför säger du nej?").fill(reason);
  await page.getByRole("button", { name: "Skicka beslutet" }).click();
}
