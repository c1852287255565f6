import { bulkActs } from "@/db/words";
import { awake } from "./awake";
import { carryOutBulk, chooseTickets, lookAtBulk, type Reach } from "./reach";
import { rows, type State, state } from "./state";

const openRow: Reach = async (page) => {
  await page.locator("[data-ticket] a").first().click();
  await page.locator(".desk-panel").waitFor();
};

const queue: State[] = [
  state("/desk", "", "", { by: "first", shows: rows }),
  state("/desk", "no hits", "?q=xyzzy", { by: "first", shows: ".empty-state" }),
  state("/desk", "mistyped number", "?q=1234567", { by: "first", shows: ".field-error" }),
  state("/desk", "failed", "?view=failed", { by: "lead", shows: rows }),
  state("/desk", "broken", "?view=broken", { by: "lead", shows: rows }),
  state("/desk", "unassigned", "?view=unassigned", { by: "lead", shows: rows }),
  state("/desk", "waiting", "?view=waiting", { by: "lead", shows: rows }),
  state("/desk", "by priority", "?sort=priority", { by: "first", shows: rows }),
  state("/desk", "filters unfolded", "?filters=1&line=1", { by: "first", shows: "[name=assignee]" }),
  state("/desk", "filtered to nothing", "?category=nothing", { by: "first", shows: ".empty-state" }),
  state("/desk", "one open beside", "", { by: "first", reach: openRow, shows: ".desk-panel" }),
  state("/desk", "every row chosen", "?all=1", { by: "first", shows: "main tbody input:checked" }),
  state("/desk", "member of a queue alone", "", { by: "secretary", shows: rows }),
  state("/desk/views", "", "?view=mine&priority=1", { by: "first", shows: "#save [name=name]" }),
  state("/desk/views", "something done", "?done=moved", { by: "first", shows: ".banner" }),
  state("/desk/bulk", "nothing chosen", "", { by: "first", shows: ".empty-state" }),
  ...bulkActs.map((act) =>
    state("/desk/bulk", act, `?act=${act}`, { by: "first", reach: chooseTickets(act), shows: "form#bulk" }),
  ),
  state("/desk/bulk/[run]", "preview", "", { by: "first", reach: lookAtBulk, shows: "form#run" }),
  state("/desk/bulk/[run]", "done", "", { by: "first", reach: carryOutBulk, shows: ".banner" }),
  state("/desk", "another municipality's", "", { by: "first", from: "linderas" }),
];

/** The palette loads when it is asked for. */
const openPalette: Reach = async (page) => {
  await awake(page);
  await page.keyboard.press("Control+k");
  await page.locator(".palette[open]").waitFor();
};

/** As from the hit of a search. */
const registerFor: Reach = async (page) => {
  await page.goto("/desk/register?q=Ekdahl");
  await page.locator(".register-found a").first().click();
  await page.waitForURL(/person=/);
};

/** The newest ticket of the queue gets a visit, drop-in, where it has none. */
const bookVisit: Reach = async (page) => {
  await page.goto("/desk");
  const reference = await page.locator("[data-ticket]").first().getAttribute("data-ticket");
  await page.goto(`/desk/visits?book=${reference}`);
  const book = page.locator("#book-visit [type=submit]");
  if (await book.isVisible()) {
    await book.click();
    await book.waitFor({ state: "detached" });
  }
  await page.goto("/desk/visits");
};

const openMail: Reach = async (page) => {
  await page.locator("main tbody a").first().click();
  await page.locator(".desk-panel").waitFor();
};

const atDesk: State[] = [
  state("/desk/keys", "", "", { by: "first", shows: "kbd" }),
  state("/desk/keys", "palette", "", { by: "first", reach: openPalette, shows: ".palette[open]" }),
  state("/desk/register", "", "", { by: "first", shows: "input[type=search]" }),
  state("/desk/register", "somebody found", "?q=Ekdahl", { by: "first", shows: ".register-found a" }),
  state("/desk/register", "nobody found", "?q=xyzzy", { by: "first", shows: ".register-none" }),
  state("/desk/register", "a phone call", "", { by: "first", reach: registerFor, shows: "form#register" }),
  state("/desk/visits", "none", "", { by: "first", from: "linderas", shows: ".empty-state" }),
  state("/desk/visits", "", "", { by: "first", reach: bookVisit, shows: ".visits-row" }),
  state("/desk/search", "", "", { by: "first", shows: "[name=q]" }),
  state("/desk/search", "hits", "?q=kalendern", { by: "first", shows: "main a[href^='/desk/tickets/']" }),
  state("/desk/search", "member of a queue alone", "?q=anteckningar", {
    by: "secretary",
    shows: "main a[href^='/desk/t']",
  }),
  state("/desk/search", "none", "?q=xyzzy", { by: "first", shows: ".empty-state" }),
  state("/desk/mail", "waiting", "", { by: "first", shows: rows }),
  state("/desk/mail", "one open", "", { by: "first", reach: openMail, shows: ".desk-panel" }),
  state("/desk/mail", "none waiting", "", { by: "first", from: "linderas", shows: ".empty-state" }),
  state("/desk/mail", "sent", "?view=sent", { by: "first", shows: rows }),
  state("/desk/mail", "muted", "?view=muted", { by: "first", shows: ".empty-state" }),
];

export const deskStates: State[] = [...queue, ...atDesk];
