import type { Locator, Page } from "@playwright/test";
import { bulkActs } from "@/db/words";
import type { Municipality, Persona } from "./fixtures";
import type { OrdersInStates } from "./orders-in-states";
import {
  answerAll,
  answerReport,
  appointSubstitute,
  carryOutBulk,
  chooseOthers,
  choosePublik,
  chooseTickets,
  goOn,
  lookAtBulk,
  openMenu,
  type Reach,
  reportAccount,
  reportLost,
  reportNothing,
  reportOwnThings,
  reportPassword,
  reportPrinting,
  reportUnknownSerial,
  sendAppointment,
  sendForm,
  takeUpFaultyDraft,
} from "./reach";

/** A page in one of its states: who sees it, where it is, what brings it there, and what proves that it is there. */
export type State = {
  /** As in `pagesOpenTo`: every page has a state. */
  page: string;
  name: string;
  /** Null: nobody is signed in. */
  who: Persona | null;
  municipality: Municipality;
  at: (orders: OrdersInStates) => string;
  reach?: Reach;
  /** What only this state shows; in no language's words. */
  shows: (page: Page, orders: OrdersInStates) => Locator;
};

type Stage = keyof OrdersInStates;
type Seen = { by?: Persona; from?: Municipality; reach?: Reach; shows?: string };

/** `stage`, where the address has `[reference]`: which order. */
function state(page: string, name: string, query: string, seen: Seen, stage?: Stage): State {
  const proof = seen.shows ?? (stage ? null : "h1");
  return {
    ...{ page, name: `${page} ${stage ?? ""} ${name}`.replace(/ +/g, " ").trim() },
    ...{ who: seen.by ?? null, municipality: seen.from ?? "aminne" },
    at: (orders) =>
      page
        .replace("[service]", "ipad")
        .replace("[number]", "1")
        .replace("[reference]", stage ? orders[stage] : "") + query,
    shows: (at, orders) =>
      proof
        ? at.locator(proof).first()
        : at
            .locator("main")
            .getByText(orders[stage ?? "late"])
            .first(),
    ...(seen.reach ? { reach: seen.reach } : {}),
  };
}

const service = "/services/[service]";
const order = `${service}/order`;

const services: State[] = [
  state("/", "visitor", "", { shows: "main a[href='/services/ipad']" }),
  state("/", "with things in progress", "", { by: "staff", shows: "main a[href^='/orders/']" }),
  state("/", "with nothing in progress", "", { by: "representative", from: "linderas" }),
  state("/", "agent", "", { by: "first", shows: "nav a[href='/desk']" }),
  state("/", "menu open", "", { by: "staff", reach: openMenu, shows: ".person-menu[open]" }),
  state("/", "search with hits", "?q=ipad", { by: "staff", shows: "main a[href^='/services/ipad']" }),
  state("/", "search without hits", "?q=xyzzy", {}),
  state("/services", "", "", { shows: "main a[href='/services/ipad']" }),
  state(service, "visitor", "", { shows: ".strip" }),
  state(service, "staff", "", { by: "staff", shows: ".strip" }),
  state(`${service}/which`, "", "", { shows: "main fieldset" }),
  state(`${service}/which`, "nothing answered", "?sent=1", { shows: ".error-summary" }),
  state(`${service}/which`, "one answered", "?sent=1&users=one", { shows: ".error-summary" }),
  state(`${service}/which`, "personlig", "?sent=1&users=one&personal=yes&apps=user", {}),
  state(`${service}/which`, "publik", "?sent=1&users=several&personal=no&apps=unit", {}),
  state(order, "visitor", "", { shows: ".strip" }),
  state(order, "staff", "", { by: "staff", shows: "main a[href='/services/ipad/order/form']" }),
  state(`${order}/form`, "for oneself", "", { by: "staff", shows: "[name=deliverTo]" }),
  state(`${order}/form`, "orderer", "", { by: "orderer", shows: "[name=variant]" }),
  state(`${order}/form`, "publik", "", { by: "orderer", reach: choosePublik, shows: "[name=quantity]:visible" }),
  state(`${order}/form`, "for others", "", {
    by: "orderer",
    reach: chooseOthers,
    shows: "[id='recipients.1']:visible",
  }),
  state(`${order}/form`, "nothing answered", "", { by: "orderer", reach: sendForm, shows: ".error-summary" }),
  state(`${order}/form`, "draft with faults", "", { by: "staff", reach: takeUpFaultyDraft, shows: ".error-summary" }),
  state(`${order}/form`, "draft that is gone", "?draft=00000000-0000-4000-8000-000000000000", { by: "staff" }),
  state(`${order}/check`, "", "", { by: "staff", reach: answerAll, shows: "dl.answers" }),
];

const stages: Stage[] = [
  ...(["late", "failed", "awaiting", "declined", "cancelled", "preparing"] as const),
  ...(["paused", "ready", "handedOver", "acknowledged"] as const),
];
const rows = "main tbody tr";
const substitutes = "/approvals/substitutes";

const orders: State[] = [
  state("/orders", "", "", { by: "staff", shows: "main a[href^='/orders/']" }),
  state("/orders", "none", "", { by: "secretary", from: "linderas", shows: ".empty-state" }),
  ...stages.map((stage) => state("/orders/[reference]", "", "", { by: "staff" }, stage)),
  state("/orders/[reference]", "", "", { by: "orderer" }, "several"),
  state("/orders/[reference]/confirmation", "", "", { by: "staff", shows: ".confirmation" }, "awaiting"),
  ...(["cancel", "change"] as const).map((act) =>
    state(`/orders/[reference]/${act}`, "", "", { by: "staff" }, "awaiting"),
  ),
  state("/approvals", "", "", { by: "manager", shows: "main a[href^='/approvals/']" }),
  state("/approvals", "none", "", { by: "manager", from: "linderas", shows: ".empty-state" }),
  // Appointed on the page of the form, which leads back to this one.
  state("/approvals", "with a substitute", "/substitutes", {
    by: "manager",
    reach: appointSubstitute,
    shows: "main section form button",
  }),
  state(substitutes, "", "", { by: "manager", shows: "#appoint [name=substitute]" }),
  state(substitutes, "nothing answered", "", { by: "manager", reach: sendAppointment, shows: ".error-summary" }),
  state(substitutes, "administrator", "", { by: "admin", shows: "#appoint [name=person]" }),
  state(substitutes, "not theirs", "", { by: "staff" }),
  ...(["awaiting", "declined", "preparing"] as const).map((stage) =>
    state("/approvals/[reference]", "", "", { by: "manager" }, stage),
  ),
];

const ticket = "/tickets/[reference]";

const tickets: State[] = [
  state("/report", "", "", { by: "staff", shows: "[name=topic]" }),
  state("/report", "question", "?type=question", { by: "staff", shows: "[name=type][value=question]" }),
  state("/report", "nothing answered", "", { by: "staff", reach: goOn, shows: ".error-summary" }),
  state("/report/scope", "whose", "", { by: "staff", reach: reportPrinting, shows: "[name=ownership]" }),
  state("/report/scope", "which password", "", { by: "staff", reach: reportAccount, shows: "[name=secret]" }),
  state("/report/outside", "", "", { by: "staff", reach: reportOwnThings, shows: "main a[href^='/report?']" }),
  state("/report/device", "", "", { by: "staff", reach: reportLost, shows: "[name=device]" }),
  state("/report/device", "no such number", "", { by: "staff", reach: reportUnknownSerial, shows: ".error-summary" }),
  state("/report/fault", "", "", { by: "staff", reach: reportPassword, shows: "[name=text]" }),
  state("/report/fault", "nothing answered", "", { by: "staff", reach: reportNothing, shows: ".error-summary" }),
  state("/report/check", "", "", { by: "staff", reach: answerReport, shows: "dl.answers" }),
  state("/tickets", "", "", { by: "staff", shows: "main a[href^='/tickets/']" }),
  state("/tickets", "no hits", "?q=xyzzy", { by: "staff", shows: ".empty-state" }),
  state("/tickets", "none", "", { by: "lead", from: "linderas", shows: ".empty-state" }),
  ...(["asked", "awaited", "solved"] as const).map((stage) => state(ticket, "", "", { by: "staff" }, stage)),
  state(ticket, "not theirs", "", { by: "staff2", shows: "h1" }, "asked"),
  state(`${ticket}/cancel`, "", "", { by: "staff" }, "asked"),
  state(`${ticket}/confirmation`, "", "", { by: "staff", shows: ".confirmation" }, "asked"),
];

const onDesk = "/desk/orders/[reference]";

const desk: State[] = [
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
  ...stages.map((stage) => state(onDesk, "", "", { by: "first" }, stage)),
  state(onDesk, "", "", { by: "first" }, "several"),
  state(onDesk, "something done", "?done=note", { by: "first", shows: ".banner" }, "preparing"),
  ...(["preparing", "several", "ready", "awaiting"] as const).map((stage) =>
    state(`${onDesk}/serial-numbers`, "", "", { by: "first" }, stage),
  ),
  ...(["ready", "preparing"] as const).map((stage) => state(`${onDesk}/hand-over`, "", "", { by: "first" }, stage)),
];

/** The palette loads when it is asked for. */
const openPalette: Reach = async (page) => {
  await page.keyboard.press("Control+k");
  await page.locator(".palette[open]").waitFor();
};

const atDesk: State[] = [
  state("/desk/keys", "", "", { by: "first", shows: "kbd" }),
  state("/desk/keys", "palette", "", { by: "first", reach: openPalette, shows: ".palette[open]" }),
  state("/desk/register", "", "", { by: "first", shows: "input[type=search]" }),
  state("/desk/register", "somebody found", "?q=Ekdahl", { by: "first", shows: ".register-found a" }),
  state("/desk/register", "nobody found", "?q=xyzzy", { by: "first", shows: ".register-none" }),
  state("/desk/visits", "", "", { by: "first" }),
];

const onTicket = "/desk/tickets/[reference]";

/** The ticket of an order has one of each number; its words are the ticket's, its end the order's. */
const ticketPages: State[] = [
  ...(["preparing", "paused", "acknowledged", "cancelled"] as const).map((stage) =>
    state(onTicket, "", "", { by: "first" }, stage),
  ),
  state(onTicket, "something done", "?done=noted", { by: "first", shows: ".banner" }, "preparing"),
  state(`${onTicket}/transfer`, "", "", { by: "first", shows: "#transfer" }, "preparing"),
  state(`${onTicket}/merge`, "", "?q=xyzzy", { by: "first", shows: "[name=q]" }, "preparing"),
  state(`${onTicket}/split`, "not there", "?comment=x", { by: "first", shows: "h1" }, "preparing"),
  state("/desk/answers", "", "", { by: "lead", shows: "#answer" }),
  state("/desk/answers", "an agent's own", "?done=saved", { by: "first", shows: ".banner" }),
];

const others: State[] = [
  state("/account", "", "", { by: "admin", shows: "main form" }),
  state("/accessibility", "", "", {}),
  state("/dev/mail", "", "", { shows: rows }),
  state("/dev/mail/[number]", "", "", {}),
  state("/sign-in", "", "", { shows: "main form button" }),
  state("/sign-in", "refused", "?error=failed", { shows: ".banner" }),
  state("/services/nothing", "not there", "", {}),
  state("/desk", "not theirs", "", { by: "staff" }),
  state("/_next/image", "refused", "", {}),
];

const aGuide = "du-har-glomt-koden-till-ipaden";
const openFirst: Reach = async (page) => {
  await page.locator("main a[href*='/disruptions/']:not([href*='/recipients'])").first().click();
  await page.waitForURL(/disruptions\/[0-9a-f-]{36}/);
};

/** A page whose address ends in a name that the demo always has. */
const named = (page: string, path: string, name: string, seen: Seen): State => {
  return { ...state(page, name, "", seen), at: () => path };
};

const knowledge: State[] = [
  state("/guides", "visitor", "", { shows: ".guide-list a" }),
  state("/guides", "agent", "", { by: "first", shows: ".guide-list .status" }),
  state("/guides", "search with hits", "?q=skriva+ut", { by: "staff", shows: ".guide-list a" }),
  state("/guides", "search without hits", "?q=xyzzy", {}),
  named("/guides/[slug]", `/guides/${aGuide}`, "visitor", { shows: ".guide-text ol" }),
  named("/guides/[slug]", `/guides/${aGuide}?from=report`, "from a report", { by: "staff", shows: ".guide-answer" }),
  state("/desk/guides", "", "", { by: "first", shows: rows }),
  state("/desk/guides/new", "", "", { by: "first", shows: "#guide" }),
  named("/desk/guides/[slug]", `/desk/guides/${aGuide}`, "", { by: "lead", shows: ".guide-version" }),
  named("/desk/guides/[slug]/edit", `/desk/guides/${aGuide}/edit`, "", { by: "first", shows: "#guide" }),
];

const ofLinderas = { from: "linderas" } as const;
const disruptions: State[] = [
  state("/", "with a disruption", "", { ...ofLinderas, by: "staff2", shows: ".disruption" }),
  state("/disruptions", "going on", "", { ...ofLinderas, by: "orderer", shows: ".disruption form" }),
  state("/disruptions", "all well", "", {}),
  named("/disruptions/[id]", "/disruptions", "going on", {
    ...ofLinderas,
    by: "orderer",
    reach: openFirst,
    shows: ".timeline",
  }),
  state("/desk/disruptions", "", "", { ...ofLinderas, by: "first", shows: rows }),
  state("/desk/disruptions/new", "", "", { by: "first", shows: "#declare" }),
  named("/desk/disruptions/[id]", "/desk/disruptions", "", {
    ...ofLinderas,
    by: "lead",
    reach: openFirst,
    shows: "#mark",
  }),
  state("/desk/disruptions/recipients", "", "", { by: "lead", shows: "#recipients" }),
];

const all = [services, orders, tickets, desk, atDesk, ticketPages, knowledge, disruptions, others];
export const states: readonly State[] = all.flat();
