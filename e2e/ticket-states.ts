import {
  answerReport,
  goOn,
  reportAccount,
  reportLost,
  reportNothing,
  reportOwnThings,
  reportPassword,
  reportPrinting,
  reportUnknownSerial,
} from "./reach";
import { type State, state } from "./state";

const ticket = "/tickets/[reference]";

export const ticketStates: State[] = [
  state("/report", "", "", { by: "staff", shows: "[name=topic]" }),
  state("/report", "question", "?type=question", { by: "staff", shows: "form:has([name=type][value=question])" }),
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
  ...(["asked", "awaited", "solved", "sentOn", "mailed"] as const).map((stage) =>
    state(ticket, "", "", { by: "staff" }, stage),
  ),
  state(ticket, "not theirs", "", { by: "staff2", shows: "h1" }, "asked"),
  state(`${ticket}/cancel`, "", "", { by: "staff" }, "asked"),
  state(`${ticket}/confirmation`, "", "", { by: "staff", shows: ".confirmation" }, "asked"),
];
