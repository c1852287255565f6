import { answerAll, chooseOthers, choosePublik, openMenu, sendForm, takeUpFaultyDraft } from "./reach";
import { type State, state } from "./state";

const service = "/services/[service]";
const order = `${service}/order`;

export const serviceStates: State[] = [
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
