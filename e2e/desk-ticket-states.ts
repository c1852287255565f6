import type { Reach } from "./reach";
import { named, type State, state } from "./state";

const onTicket = "/desk/tickets/[reference]";

/** From the row of the queue to the page of its own. */
const openWhole: Reach = async (page) => {
  const reference = await page.locator("[data-ticket]").first().getAttribute("data-ticket");
  await page.goto(`/desk/tickets/${reference}`);
};

/** Of the ticket that somebody has written to. */
const splitOff: Reach = async (page) => {
  await page.goto(page.url().replace(/\/split.*/, ""));
  await page.locator("a[href*='/split?comment=']").first().click();
  await page.waitForURL(/\/split\?/);
};

/** The ticket of an order has one of each number; its words are the ticket's, its end the order's. */
export const deskTicketStates: State[] = [
  ...(["preparing", "paused", "acknowledged", "cancelled"] as const).map((stage) =>
    state(onTicket, "", "", { by: "first" }, stage),
  ),
  ...(["asked", "awaited", "solved", "sentOn", "mailed"] as const).map((stage) =>
    state(onTicket, "", "", { by: "first" }, stage),
  ),
  named(onTicket, "/desk", "member of a queue alone", {
    by: "secretary",
    reach: openWhole,
    shows: "main .desk-columns",
  }),
  state(onTicket, "second line", "", { by: "second" }, "sentOn"),
  state(onTicket, "something done", "?done=noted", { by: "first", shows: ".banner" }, "preparing"),
  state(`${onTicket}/transfer`, "", "", { by: "first", shows: "#transfer" }, "preparing"),
  state(`${onTicket}/merge`, "", "?q=xyzzy", { by: "first", shows: "[name=q]" }, "preparing"),
  state(`${onTicket}/split`, "", "", { by: "first", reach: splitOff, shows: "main blockquote" }, "asked"),
  state(`${onTicket}/merge`, "", "", { by: "first", shows: "h1" }, "asked"),
  state(`${onTicket}/split`, "not there", "?comment=x", { by: "first", shows: "h1" }, "preparing"),
  state("/desk/answers", "", "", { by: "lead", shows: "#answer" }),
  state("/desk/answers", "an agent's own", "?done=saved", { by: "first", shows: ".banner" }),
];
