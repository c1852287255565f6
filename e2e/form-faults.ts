import type { Page } from "@playwright/test";
import type { Faults } from "./page-faults";

/** A form that asks for something, by what it asks: the same one on several pages is tried once. */
export type AskingForm = { selector: string; asks: string };

/** The forms of a page that cannot be sent empty: those with something to fill in that is not optional. */
export function askingForms(page: Page): Promise<AskingForm[]> {
  return page.evaluate(() => {
    const forms = [...document.querySelectorAll<HTMLFormElement>("main form")].filter(
      (form) => !form.closest("search"),
    );
    return forms.flatMap((form) => {
      const asked = [...form.elements].filter((each): each is HTMLInputElement => {
        if (each instanceof HTMLInputElement && each.type === "radio")
          return !form.querySelector(`[name="${CSS.escape(each.name)}"]:checked`);
        // A list without an empty choice has always been answered.
        if (each instanceof HTMLSelectElement && [...each.options].every(({ value }) => value !== "")) return false;
        return each.getAttribute("aria-required") === "true";
      });
      if (asked.length === 0) return [];
      const names = [...new Set(asked.map(({ name }) => name))].join(" ");
      const position = [...document.querySelectorAll("main form")].indexOf(form);
      return [{ selector: `main form >> nth=${position}`, asks: `${form.id} ${names}`.trim() }];
    });
  });
}

/**
 * Sends the form empty, and holds what comes to the contract: a summary of what is missing with the focus in it, "Fel: " before the
 * title, each line a link to its field, the same words at the field.
 */
export async function faultsOfSendingEmpty(
  page: Page,
  { selector, asks }: AskingForm,
  prefix: string,
): Promise<Faults> {
  const form = page.locator(selector);
  await form.evaluate((element) => {
    const folded = element.closest("details");
    if (folded) folded.open = true;
  });
  for (const field of await form
    .locator("input:not([type=hidden],[type=radio],[type=checkbox],[type=file]):visible, textarea:visible")
    .all())
    await field.fill("");
  await form
    .locator("[type=submit]:not([name=intent], [formaction]), [name=intent]:is([value=check], [value=next])")
    .first()
    .click();
  const summary = page.locator(".error-summary");
  // The button took the focus; where a summary stood before, that it comes back tells the new answer from the old.
  await page
    .locator(".error-summary:focus")
    .waitFor({ timeout: 10_000 })
    .catch(() => null);
  if (!(await summary.first().isVisible())) return [`${asks}: sent empty, and no summary`];
  await page.waitForFunction((start) => document.title.startsWith(start), prefix, { timeout: 2_000 }).catch(() => null);
  const faults = await page.evaluate(lookAtSummary, prefix);
  const count = await summary.getByRole("link").count();
  for (let link = 0; link < count; link += 1) {
    await summary.getByRole("link").nth(link).click();
    faults.push(...(await page.evaluate(lookAtField, link)));
  }
  return faults.map((what) => `${asks}: ${what}`);
}

/** Runs in the page. */
function lookAtSummary(prefix: string): string[] {
  const faults: string[] = [];
  const summaries = [...document.querySelectorAll(".error-summary")];
  const [summary] = summaries;
  if (summaries.length !== 1 || !summary) return [`${summaries.length} summaries`];
  if (document.activeElement !== summary) faults.push("the summary does not have the focus");
  if (!document.title.startsWith(prefix)) faults.push(`the title is "${document.title}"`);
  if (!summary.querySelector("h2")?.textContent) faults.push("the summary has no heading");
  if (summary.querySelectorAll("li a").length === 0) faults.push("the summary names no field");
  const heading = document.querySelector("h1");
  // Above the page's heading; on a page of several forms, with its own.
  const isWithForm = summary.closest("form") !== null || summary.parentElement?.querySelector(":scope > form") != null;
  const isAbove = heading && summary.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (!isWithForm && !isAbove) faults.push("the summary stands neither above the heading nor with its form");
  return faults;
}

/** Runs in the page, once the summary's link has been followed: is the focus in a field that says the same? */
function lookAtField(link: number): string[] {
  const line = document.querySelectorAll<HTMLAnchorElement>(".error-summary li a")[link];
  const words = line?.textContent?.trim() ?? "";
  const id = decodeURIComponent(line?.hash.slice(1) ?? "");
  const here = document.activeElement;
  if (!here || here.id !== id) return [`"${words}" leads to ${here?.id || here?.tagName}, not to ${id}`];
  const faults: string[] = [];
  const group = here.closest("fieldset");
  const told = [here, group].flatMap((each) => (each?.getAttribute("aria-describedby") ?? "").split(" "));
  const said = told.map((each) => document.getElementById(each)?.textContent ?? "").join(" ");
  if (!said.includes(words)) faults.push(`"${words}" is not said at the field`);
  const isFaulty = here.getAttribute("aria-invalid") === "true" || group?.dataset.faulty === "true";
  if (!isFaulty) faults.push(`"${words}": the field is not marked`);
  const { top, bottom } = here.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) faults.push(`"${words}": the field is out of sight`);
  return faults;
}
